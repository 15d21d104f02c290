#pragma once

#include "core/random/bounded.hpp"
#include "core/random/chance.hpp"
#include "core/random/stream.hpp"
#include "core/service/place_settings.hpp"
#include "core/units/time.hpp"

#include <algorithm>
#include <cstdint>
#include <string>

namespace firn::service {

/// Which attempts of one kind fail, and how long to pause after a failure.
///
/// `number` is that of the file or archive, `attempt` counts from 1.
class Retries {
  public:
    /// `kind`: "fetch", "upload"; names the streams.
    Retries(const RetryPolicy& policy, random::Chance failure, std::uint64_t seed, const std::string& kind)
        : policy_{policy},
          failure_{failure},
          failures_{seed, "backup/" + kind + "-failures"},
          pauses_{seed, "backup/" + kind + "-pauses"} {}

    /// The number of that attempt's draw in either stream.
    [[nodiscard]] static std::uint64_t draw_of(std::uint64_t number, std::uint32_t attempt) {
        return number * 64 + attempt;
    }
    [[nodiscard]] bool fails(std::uint64_t number, std::uint32_t attempt) const {
        return !failure_.is_zero() && failure_.happens(failures_.at(draw_of(number, attempt)));
    }
    [[nodiscard]] bool gives_up_after(std::uint32_t failed_attempts) const {
        return failed_attempts >= policy_.attempts;
    }
    /// After that failed attempt.
    [[nodiscard]] Duration pause(std::uint64_t number, std::uint32_t attempt) const {
        const auto doubled = static_cast<UInt128>(policy_.pause.count()) << (attempt - 1);
        const auto longest = static_cast<UInt128>(policy_.longest_pause.count());
        const auto whole = static_cast<std::uint64_t>(std::min(doubled, longest));
        const std::uint64_t most_off = policy_.jitter.share_of(whole);
        const std::uint64_t off = random::scale(pauses_.at(draw_of(number, attempt)), most_off + 1);
        return Duration{static_cast<std::int64_t>(whole - off)};
    }

  private:
    RetryPolicy policy_;
    random::Chance failure_;
    random::Stream failures_;
    random::Stream pauses_;
};

}  // namespace firn::service
