look-after = 你管理 { $count } 个文档
