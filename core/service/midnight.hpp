#pragma once

#include "core/units/billing_period.hpp"
#include "core/units/bytes.hpp"
#include "core/units/time.hpp"

namespace firn::service {

/// What lay in the vault at the last midnight (UTC) since the start, which is one.
class Midnight {
  public:
    explicit Midnight(Instant start) : start_{start} {}

    /// Something happens at that time, before which so much lay there.
    void pass(Duration now, Bytes stored) {
        if (now < next_) return;
        stored_ = stored;
        next_ = (now / kDay + 1) * kDay;
    }

    [[nodiscard]] Bytes stored() const { return stored_; }
    [[nodiscard]] int days_of_month(Duration now) const {
        return BillingPeriod::containing(start_ + now).days();
    }

  private:
    static constexpr Duration kDay = std::chrono::hours{24};

    Instant start_;
    Duration next_{};
    Bytes stored_{};
};

}  // namespace firn::service
