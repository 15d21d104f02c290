#pragma once

#include "core/sim/large_pages.hpp"

#include <bit>
#include <cstddef>
#include <memory>
#include <new>
#include <type_traits>
#include <vector>

namespace firn::sim {

/// A long list of plain values that grows at its end and is forgotten from its front, in large pages: what is
/// in it never moves, and no more memory is used than it needs, but for a page.
template <class T>
class PagedList {
    static_assert(std::is_trivially_copyable_v<T> && std::is_trivially_destructible_v<T>);

  public:
    /// Values are numbered from the first one that was ever added, forgotten ones included.
    [[nodiscard]] std::size_t begin_number() const { return begin_; }
    [[nodiscard]] std::size_t end_number() const { return end_; }

    [[nodiscard]] T& operator[](std::size_t number) { return *at(number); }
    [[nodiscard]] const T& operator[](std::size_t number) const { return *at(number); }

    void push_back(const T& value) {
        if (end_ == first_of_pages_ + pages_.size() * kPerPage) add_page();
        ::new (static_cast<void*>(at(end_))) T{value};
        ++end_;
    }

    /// Whole pages before that number go; it is at most end_number().
    void forget_before(std::size_t number) {
        begin_ = number;
        const std::size_t pages = (number - first_of_pages_) / kPerPage;
        if (pages == 0) return;
        pages_.erase(pages_.begin(), pages_.begin() + static_cast<std::ptrdiff_t>(pages));
        first_of_pages_ += pages * kPerPage;
    }

  private:
    static constexpr std::size_t kPerPage = std::bit_floor(kLargePage / sizeof(T));

    struct Free {
        void operator()(T* page) const noexcept { free_large_page(page); }
    };

    [[nodiscard]] T* at(std::size_t number) const {
        const std::size_t place = number - first_of_pages_;
        return pages_[place / kPerPage].get() + place % kPerPage;
    }

    /// The first pages are provided as they are used: of a list that stays short the last one is used in
    /// part.
    void add_page() {
        constexpr std::size_t kShort = 8;
        const bool at_once = first_of_pages_ / kPerPage + pages_.size() >= kShort;
        pages_.emplace_back(static_cast<T*>(allocate_large_page(at_once)));
    }

    std::vector<std::unique_ptr<T, Free>> pages_;
    std::size_t first_of_pages_ = 0;
    std::size_t begin_ = 0;
    std::size_t end_ = 0;
};

}  // namespace firn::sim
