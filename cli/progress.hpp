#pragma once

#include "cli/console.hpp"

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>

namespace firn::cli {

/// One line on a terminal's stderr that says how far long work has come: rate, share done, time left. Silent
/// for the first half second, on anything but a terminal, and when `enabled` is false; takes its line away
/// when it is destroyed.
class ProgressLine {
  public:
    ProgressLine(Console& console, bool enabled);
    ~ProgressLine();
    ProgressLine(const ProgressLine&) = delete;
    ProgressLine& operator=(const ProgressLine&) = delete;
    ProgressLine(ProgressLine&&) = delete;
    ProgressLine& operator=(ProgressLine&&) = delete;

    /// `share` of the stage that is done, 0 to 1, when it is known.
    void update(const std::string& stage, std::uint64_t files, std::optional<double> share);

  private:
    using Clock = std::chrono::steady_clock;

    Console& console_;
    bool enabled_;
    bool shown_ = false;
    std::string stage_;
    Clock::time_point stage_began_;
    Clock::time_point last_shown_;
};

}  // namespace firn::cli
