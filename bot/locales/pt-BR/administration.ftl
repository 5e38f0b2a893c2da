look-after = { $count ->
    [one] Você cuida de { $count } documento
   *[other] Você cuida de { $count } documentos
}
