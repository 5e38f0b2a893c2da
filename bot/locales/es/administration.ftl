look-after = { $count ->
    [one] Cuidas de { $count } documento
   *[other] Cuidas de { $count } documentos
}
