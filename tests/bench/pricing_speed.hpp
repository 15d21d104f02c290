#pragma once

namespace firn::bench {

/// Registers the pricing of one month and of a thousand months of ten lines, explained and not.
void register_pricing();

}  // namespace firn::bench
