#pragma once

#include "core/pricing/price_book.hpp"

#include <vector>

namespace firn::pricing {

/// How much of a quantity is billed in each band, the free amount taken from the first. As many numbers as
/// bands. `filled` is what others that share the bands have used before.
///
///     63488 GB, 1 GB free, bands to 10240, to 51200, rest: 10239, 40960, 12288
///     100 GB above 10200 GB filled:                        40, 60, 0
[[nodiscard]] std::vector<Rational> split_by_band(const Rational& quantity, const std::vector<Band>& bands,
                                                  const Rational& free, const Rational& filled = 0);

}  // namespace firn::pricing
