#include "cli/progress.hpp"

#include <fmt/format.h>

#include <ostream>

namespace firn::cli {

namespace {

constexpr std::chrono::milliseconds kBetweenLines{200};
constexpr std::chrono::milliseconds kSilence{500};

double seconds(std::chrono::steady_clock::duration duration) {
    return std::chrono::duration<double>(duration).count();
}

}  // namespace

ProgressLine::ProgressLine(Console& console, bool enabled)
    : console_{console},
      enabled_{enabled && console.err_is_terminal},
      stage_began_{Clock::now()},
      last_shown_{stage_began_ + kSilence - kBetweenLines} {}

ProgressLine::~ProgressLine() {
    if (shown_) console_.err << "\r\033[K" << std::flush;
}

void ProgressLine::update(const std::string& stage, std::uint64_t files, std::optional<double> share) {
    if (!enabled_) return;
    const Clock::time_point now = Clock::now();
    if (stage != stage_) {
        stage_ = stage;
        stage_began_ = now;
    }
    if (now - last_shown_ < kBetweenLines) return;
    last_shown_ = now;
    shown_ = true;
    const double elapsed = seconds(now - stage_began_);
    std::string line = fmt::format("{}: {:.2f} million files", stage, static_cast<double>(files) / 1e6);
    if (elapsed > 0) line += fmt::format(", {:.1f} million/s", static_cast<double>(files) / 1e6 / elapsed);
    if (share && *share > 0) {
        line += fmt::format(", {:.0f} %, {:.0f} s left", *share * 100, elapsed * (1 - *share) / *share);
    }
    console_.err << "\r\033[K" << line << std::flush;
}

}  // namespace firn::cli
