#pragma once

#include "core/sim/ring.hpp"
#include "core/units/time.hpp"

#include <cstdint>

namespace firn::service {

/// The live file that has waited longest of those that have arrived and not left the pipeline. Files are
/// named by their numbers.
class OldestFile {
  public:
    /// In order of arrival: number n is the n-th, from 0.
    void arrived(Duration arrival) { files_.push_back({arrival, false}); }
    void left(std::uint64_t number) {
        files_.at(number - first_).has_left = true;
        while (!files_.empty() && files_.front().has_left) {
            files_.pop_front();
            ++first_;
        }
    }

    /// How long it has waited; 0 when there is none.
    [[nodiscard]] Duration age(Duration now) const {
        return files_.empty() ? Duration{0} : now - files_.front().arrival;
    }

  private:
    struct Waiting {
        Duration arrival{};
        bool has_left = false;
    };
    sim::Ring<Waiting> files_;
    std::uint64_t first_ = 0;
};

}  // namespace firn::service
