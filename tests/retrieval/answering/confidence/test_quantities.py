import pytest

from retrieval.answering.confidence.quantities import lacks_quantity


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("how many kayaks are there", "Kayaks go out at half past nine."),
        ("how many kayaks are there", "3.1 Kayaks are locked up by seven in the evening"),
        ("how many kayaks did the club buy", "In 2019 the club bought boats for $4,000."),
        ("how long is the weir", "The weir was inspected on Sunday by the mayor."),
        ("how many kayaks are there", "Kayaks are kept in a shed every winter for the members."),
        ("how many kayaks are there", "A wash of the kayaks takes ten minutes on 3 May."),
        ("how many holidays do I get", "Leave of absence is asked for ten days ahead."),
        ("how high is the weir", "The weir weighs eleven tonnes."),
        ("how high is the weir", "Its steepest part rises by 38 per cent."),
        ("how big is a locker", "Each boat has one locker."),
        ("what does a spare paddle cost", "Spare paddles are sold for at least ten years."),
        ("what's the fee for a lesson", "Lessons last three hours."),
        ("how much did fees rise", "Fees rose sharply."),
        ("how old is the weir", "The weir, its oldest piece of work, was a gift."),
        ("how much is a lesson", "Lessons begin at 11:00 and 14:30."),
        ("how much is the ferry", "The ferry to the island leaves at ten from the quay."),
        ("how much is a lesson", "The first lesson is on 17 May."),
        ("how much is the key", "The key to room 12 is worn by the only one with a lamp."),
        ("how old is the miller", "The miller is the only one with a lamp."),
        ("how much does a lesson cost", "Lessons are given on the 3rd of each month."),
        ("how many kayaks can be out at once", "Each kayak is washed three times a day."),
        ("how many kayaks will there be", "The hulls of kayaks 1 to 4 left the yard on Thursday."),
        ("how long does a lesson last", "Lessons are on the last Tuesday of every month at 19:00."),
        ("how much is a day ticket", "Parking is included in the day ticket."),
        ("what is the monthly rent", "The rent is due on the third working day of each month."),
    ],
)
def test_numbers_of_another_sort_are_no_quantity(question, sentence):
    assert lacks_quantity(question, sentence)


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("how many kayaks are there", "Sixteen kayaks lie in the shed."),
        ("how many kayaks are there", "There are several kayaks."),
        ("how many kayaks do we get", "The number of kayaks you get depends on the weather."),
        ("how long is a lesson", "The length of a lesson varies with the weather."),
        ("how long has the club had kayaks", "The club has had kayaks since 2001."),
        ("how many hours is it open", "It is open from 9:00 to 17:00."),
        ("how many years did it take", "Begun in 1870, it was done in 1880."),
        ("how many kayaks may I take", "You may take up to four boats."),
        ("how many kayaks are there", "The kayaks number over sixty."),
        ("how many holiday weeks do I get", "You get 5 weeks of leave."),
        ("how many holidays do I get", "Full-time staff get 28 days of annual leave a year."),
        ("how many vacations do I get", "You have five weeks' paid holiday."),
        ("how high is the weir", "It is 2 m high."),
        ("how much memory does it need", "4 GB of memory"),
        ("how much did fees rise", "Fees rose by half."),
        ("how much gold do I lose", "You lose a tenth of your gold."),
        ("how much of the fee is kept", "Two fifths of it are kept."),
        ("how long is the weir", "The weir is 40 m long."),
        ("how long can I stay", "Guests may stay until the ferry leaves."),
        ("how old is the weir", "It was built in 1890."),
        ("how old is the weir", "It is from the last century."),
        ("how much is a lesson", "Lessons: 14.50"),
        ("how much is a lesson", "Lessons are free for members."),
        ("how much does a lesson cost", "A lesson is 3 shells."),
        ("how big can a loan be", "A loan is up to 400 euros."),
        ("how much is parking", "Parking is included in the day ticket."),
        ("what is the price of parking", "Parking is included in the price."),
        ("how long does a lesson last", "Lessons take a month."),
        ("how many kayaks may I take", "Every member may take a kayak."),
        # Nothing is counted, and nothing is sold.
        ("how are lessons booked", "At the desk."),
        ("how much is left", "Not a lot."),
    ],
)
def test_a_quantity_is_told_in_many_ways(question, sentence):
    assert not lacks_quantity(question, sentence)
