#pragma once

#include <cstddef>

namespace firn::sim {

/// Memory in the unit in which processors look addresses up at best.
inline constexpr std::size_t kLargePage = std::size_t{1} << 21U;

/// One large page, aligned to its own size, all zero. Whoever has it gives it back with
/// free_large_page(). Throws std::bad_alloc.
///
/// `at_once`: all of it will be used. The system is asked to provide it in one step, which takes a tenth of
/// the time that 512 small steps take; a system without such pages does as always.
[[nodiscard]] void* allocate_large_page(bool at_once);

void free_large_page(void* page) noexcept;

}  // namespace firn::sim
