look-after = あなたが管理する文書: { $count } 件
