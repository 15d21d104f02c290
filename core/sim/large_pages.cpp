#include "core/sim/large_pages.hpp"

#include <cstring>
#include <new>

#ifdef __linux__
#include <sys/mman.h>

#include <cstdint>
#endif

namespace firn::sim {

#ifdef __linux__

namespace {

/// So many bytes more than a page are mapped that an aligned one lies in them; the rest is given back.
void* map_aligned() {
    constexpr std::size_t kMapped = 2 * kLargePage;
    void* const mapped = ::mmap(nullptr, kMapped, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (mapped == MAP_FAILED) throw std::bad_alloc{};
    auto* const first = static_cast<std::byte*>(mapped);
    const std::size_t before =
        (kLargePage - reinterpret_cast<std::uintptr_t>(mapped) % kLargePage) % kLargePage;
    std::byte* const page = first + before;
    if (before > 0) ::munmap(first, before);
    if (before < kLargePage) ::munmap(page + kLargePage, kLargePage - before);
    return page;
}

}  // namespace

// Straight from the system, so that it goes back there: the heap would keep what one run has given back while
// the next one takes more.
void* allocate_large_page(bool at_once) {
    void* const page = map_aligned();
    // Advice only: where it is refused, pages come one by one.
    if (at_once) static_cast<void>(::madvise(page, kLargePage, MADV_HUGEPAGE));
    return page;
}

void free_large_page(void* page) noexcept {
    if (page != nullptr) ::munmap(page, kLargePage);
}

#else

void* allocate_large_page(bool /*at_once*/) {
    void* const page = ::operator new (kLargePage, std::align_val_t{kLargePage});
    std::memset(page, 0, kLargePage);
    return page;
}

void free_large_page(void* page) noexcept {
    ::operator delete (page, kLargePage, std::align_val_t{kLargePage});
}

#endif

}  // namespace firn::sim
