#pragma once

#include "core/service/file.hpp"
#include "core/sim/ring.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>

namespace firn::service {

/// Live files that wait for a fetcher, first come first served: those that have just arrived, and those that
/// come back for another attempt.
class WaitingLine {
  public:
    [[nodiscard]] bool empty() const { return fresh_.empty() && returned_.empty(); }
    [[nodiscard]] std::size_t size() const { return fresh_.size() + returned_.size(); }

    /// There must be one.
    [[nodiscard]] const File& front() const {
        return returned_goes_first() ? returned_.front().file : fresh_.front();
    }
    void pop_front() {
        if (returned_goes_first()) {
            returned_.pop_front();
        } else {
            fresh_.pop_front();
            ++fresh_gone_;
        }
    }

    void join(const File& file) { fresh_.push_back(file); }
    /// After a failed attempt, when its pause has ended.
    void rejoin(const File& file) { returned_.push_back({file, fresh_gone_ + fresh_.size()}); }
    /// Takes away the first of those that came back, wherever it stands; none: nobody did.
    [[nodiscard]] std::optional<File> take_first_returned();

  private:
    struct Returned {
        File file;
        std::uint64_t behind = 0;  ///< so many fresh files had joined before it
    };

    [[nodiscard]] bool returned_goes_first() const {
        return !returned_.empty() && returned_.front().behind <= fresh_gone_;
    }

    sim::Ring<File> fresh_;
    sim::Ring<Returned> returned_;
    std::uint64_t fresh_gone_ = 0;
};

}  // namespace firn::service
