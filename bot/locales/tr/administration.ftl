look-after = { $count } belgeden sorumlusun
