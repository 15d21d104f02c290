#pragma once

#include "core/diag/result.hpp"
#include "core/units/byte_rate.hpp"
#include "core/units/bytes.hpp"
#include "core/units/time.hpp"
#include "core/workload/worker_log.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace firn::planner {

/// A transfer whose duration has nothing to do with its size.
struct OddTransfer {
    workload::Transfer transfer;
    Duration expected{};  ///< by the fit
};

/// By how much transfers took longer (above 0) or shorter than the fit says: what so many per cent stay
/// below.
struct ResidualQuantiles {
    Duration p1{};
    Duration p5{};
    Duration p25{};
    Duration p50{};
    Duration p75{};
    Duration p95{};
    Duration p99{};
};

/// What a worker needs for a transfer: duration = latency + bytes / rate, fitted to a log.
struct TransferFit {
    std::uint64_t transfers = 0;  ///< in the log
    std::uint64_t used = 0;       ///< looked at: all, or of a long log every stride-th
    std::uint64_t outliers = 0;   ///< of those used; they have no part in latency and rate
    Duration latency{};
    Duration latency_error{};  ///< standard error, rounded up
    ByteRate rate{1};
    std::int64_t rate_error = 0;  ///< standard error in bytes a second, rounded up
    bool through_origin = false;  ///< the fit gave a negative latency: taken as 0
    Bytes smallest;
    Bytes largest;
    double r_squared = 0;  ///< share of the variance of the durations that the fit explains, without outliers
    ResidualQuantiles residuals;        ///< of all used, outliers included
    std::vector<OddTransfer> oddest{};  ///< of the outliers, the five farthest off
};

/// A fit and what there is to say about it.
struct FittedTransfers {
    TransferFit fit;
    Diagnostics warnings;  ///< `latency-negative`, `fit-uncertain`
};

/// Fits latency and rate to the transfers of one stage; outliers do not move it. `name`: of the log, for
/// diagnostics. Errors: `transfers-too-few` (less than 3), `sizes-alike` (all of one size),
/// `rate-not-found` (larger transfers take no longer).
[[nodiscard]] Result<FittedTransfers> fit_transfers(const workload::Transfers& transfers,
                                                    workload::Stage stage, const std::string& name);

}  // namespace firn::planner
