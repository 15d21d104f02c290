#pragma once

#include "core/pricing/price_book.hpp"
#include "core/usage/rules.hpp"

namespace firn::pricing {

/// What an archive adds to the billed storage, in the book's GB.
///
///     32 KiB: binary 32/1048576 GB, decimal 0.000032 GB
[[nodiscard]] Rational overhead_of_archive(const ClassTerms& terms, usage::OverheadUnit unit, Bytes gb);

}  // namespace firn::pricing
