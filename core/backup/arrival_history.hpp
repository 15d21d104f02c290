#pragma once

#include "core/backup/ordered_files.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace firn::backup {

/// Arrivals of the files in order of completion, as far back as an open directory needs them.
class ArrivalHistory {
  public:
    void append(const OrderedFiles& files) {
        const auto begin = files.arrivals.begin();
        arrivals_.insert(arrivals_.end(), begin, begin + static_cast<std::ptrdiff_t>(files.files));
    }

    /// The files from number `first` to before number `end`, in order of completion.
    [[nodiscard]] std::span<const Duration> of(std::uint64_t first, std::uint64_t end) const {
        return std::span{arrivals_}.subspan(first - forgotten_, end - first);
    }

    /// Notes the earliest and latest arrival of each page, for for_each_page(). Nothing may have been
    /// forgotten.
    void note_pages() {
        pages_.clear();
        for (std::size_t first = 0; first < arrivals_.size(); first += kPage) {
            const auto page = of(first, std::min<std::uint64_t>(first + kPage, arrivals_.size()));
            const auto [earliest, latest] = std::minmax_element(page.begin(), page.end());
            pages_.push_back({*earliest, *latest});
        }
    }

    /// Calls `take(arrivals, earliest, latest)` for the files from number `first` to before `end`, piece by
    /// piece; all arrivals of a piece lie between the two, which need not be among them.
    template <class Take>
    void for_each_page(std::uint64_t first, std::uint64_t end, Take take) const {
        while (first < end) {
            const std::uint64_t page = first / kPage;
            const std::uint64_t page_end = std::min(end, (page + 1) * kPage);
            take(of(first, page_end), pages_[page].earliest, pages_[page].latest);
            first = page_end;
        }
    }

    /// Forgets the files before that number. Moves what is kept only when that is the smaller part.
    void forget_before(std::uint64_t number) {
        const std::size_t useless = number - forgotten_;
        if (useless * 2 < arrivals_.size()) return;
        arrivals_.erase(arrivals_.begin(), arrivals_.begin() + static_cast<std::ptrdiff_t>(useless));
        forgotten_ = number;
    }

  private:
    struct Page {
        Duration earliest{};
        Duration latest{};
    };
    static constexpr std::uint64_t kPage = 64;

    std::vector<Page> pages_;
    std::vector<Duration> arrivals_;
    std::uint64_t forgotten_ = 0;
};

}  // namespace firn::backup
