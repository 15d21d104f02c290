#pragma once

#include "core/backup/ordered_files.hpp"

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

    /// Forgets the files before that number. Moves what is kept only when that is the smaller part.
    void forget_before(std::uint64_t number) {
        const std::size_t useless = number - forgotten_;
        if (useless * 2 < arrivals_.size()) return;
        arrivals_.erase(arrivals_.begin(), arrivals_.begin() + static_cast<std::ptrdiff_t>(useless));
        forgotten_ = number;
    }

  private:
    std::vector<Duration> arrivals_;
    std::uint64_t forgotten_ = 0;
};

}  // namespace firn::backup
