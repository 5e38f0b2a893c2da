look-after = { $count ->
    [one] Du kümmerst dich um { $count } Dokument
   *[other] Du kümmerst dich um { $count } Dokumente
}
