look-after = { $count ->
    [one] Vous vous occupez de { $count } document
   *[other] Vous vous occupez de { $count } documents
}
