#pragma once

#include <cstddef>
#include <functional>

namespace firn::alternatives {

/// Does one piece of work by its number.
using Worker = std::function<void(std::size_t)>;

/// Has `count` pieces of work done by at most so many threads, each with a worker of its own; returns when
/// all are done. Which thread does which piece is left open: pieces must not depend on each other. What one
/// throws is thrown here.
void share_out(std::size_t count, unsigned threads, const std::function<Worker()>& make_worker);

}  // namespace firn::alternatives
