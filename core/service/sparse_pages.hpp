#pragma once

#include "core/sim/large_pages.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <type_traits>
#include <vector>

namespace firn::service {

/// Values by ascending numbers, of which many have none: where a long run of numbers has no value, they take
/// no memory. A number without a value may have T{}, whose bytes are all zero.
template <class T>
class SparsePages {
    static_assert(std::is_trivially_copyable_v<T> && std::is_trivially_destructible_v<T>);

  public:
    /// The number's value, T{} if it had none. It is not before what was forgotten.
    [[nodiscard]] T& operator[](std::uint64_t number) {
        const std::size_t page = number / kPerPage - first_page_;
        if (page >= pages_.size()) pages_.resize(page + 1);
        if (!pages_[page]) pages_[page] = Page{static_cast<T*>(sim::allocate_large_page(false))};
        return pages_[page].get()[number % kPerPage];
    }
    [[nodiscard]] T at(std::uint64_t number) const {
        const std::size_t page = number / kPerPage - first_page_;
        return page < pages_.size() && pages_[page] ? pages_[page].get()[number % kPerPage] : T{};
    }

    /// Whole pages before that number go. Numbers never decrease.
    void forget_before(std::uint64_t number) {
        const std::size_t page = number / kPerPage - first_page_;
        const std::size_t gone = std::min(page, pages_.size());
        if (gone == 0) return;
        pages_.erase(pages_.begin(), pages_.begin() + static_cast<std::ptrdiff_t>(gone));
        first_page_ += gone;
    }

  private:
    static constexpr std::size_t kPerPage = sim::kLargePage / sizeof(T);

    struct Free {
        void operator()(T* page) const noexcept { sim::free_large_page(page); }
    };
    using Page = std::unique_ptr<T, Free>;

    std::vector<Page> pages_;
    std::uint64_t first_page_ = 0;
};

}  // namespace firn::service
