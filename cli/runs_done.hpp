#pragma once

#include "cli/console.hpp"
#include "cli/progress.hpp"

#include <cstdint>
#include <mutex>
#include <optional>

namespace firn::cli {

/// Tells on the terminal how many of many runs are done, whichever thread did them.
class RunsDone {
  public:
    /// `runs`: how many there will be, when that is known.
    RunsDone(Console& console, bool enabled, std::optional<std::uint64_t> runs)
        : line_{console, enabled}, runs_{runs} {}

    void add(std::uint64_t files) {
        const std::lock_guard lock{mutex_};
        files_ += files;
        ++done_;
        line_.update("simulating", files_, share());
    }

  private:
    [[nodiscard]] std::optional<double> share() const {
        if (!runs_) return std::nullopt;
        return static_cast<double>(done_) / static_cast<double>(*runs_);
    }

    std::mutex mutex_;
    ProgressLine line_;
    std::optional<std::uint64_t> runs_;
    std::uint64_t files_ = 0;
    std::uint64_t done_ = 0;
};

}  // namespace firn::cli
