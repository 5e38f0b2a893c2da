### What administrators, moderators and whoever runs the bot read in Discord.

look-after = { $count ->
    [one] You look after { $count } document
   *[other] You look after { $count } documents
}
