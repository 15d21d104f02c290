#include "core/planner/transfer_fit.hpp"

#include "core/random/stream.hpp"
#include "tests/support/catch.hpp"

#include <cmath>
#include <functional>
#include <string>

using namespace firn;
using namespace firn::planner;
using firn::workload::Stage;
using firn::workload::Transfers;

namespace {

constexpr std::int64_t kLatency = 20'000;          // 20 ms
constexpr std::int64_t kBytesPerMicrosecond = 10;  // 10 MB/s

/// Draws for transfer number i.
struct Draws {
    random::Stream stream{1, "transfer-fit"};
    std::uint64_t next = 0;
    std::int64_t between(std::int64_t low, std::int64_t high) { return stream.between(next++, low, high); }
};

/// Sizes of 1 kB to 64 MB, spread over their doublings, and what becomes of the exact duration.
Transfers made(int count, const std::function<std::int64_t(std::int64_t, Draws&)>& noise) {
    Transfers transfers;
    Draws draws;
    for (int i = 0; i < count; ++i) {
        const std::int64_t size = draws.between(1000, 2000) << draws.between(0, 15);
        const std::int64_t exact = kLatency + size / kBytesPerMicrosecond;
        transfers.add({.size = Bytes{size},
                       .duration = Duration{noise(exact, draws)},
                       .line = static_cast<std::uint64_t>(i) + 2});
    }
    return transfers;
}

FittedTransfers fitted(const Transfers& transfers) {
    return fit_transfers(transfers, Stage::fetch, "log").value();
}

void check_within_one_per_cent(const TransferFit& fit) {
    CHECK(fit.latency.count() == Approx(20'000).epsilon(0.01));
    CHECK(static_cast<double>(fit.rate.bytes_per_second()) == Approx(10e6).epsilon(0.01));
}

std::string code_of_failure(const Transfers& transfers) {
    return fit_transfers(transfers, Stage::fetch, "log").error().front().code;
}

}  // namespace

TEST_CASE("20 ms and 10 MB/s are found in an exact log", "[planner]") {
    const FittedTransfers found = fitted(made(100, [](std::int64_t exact, Draws&) { return exact; }));
    CHECK(found.fit.latency.count() == Approx(20'000).margin(1));
    CHECK(static_cast<double>(found.fit.rate.bytes_per_second()) == Approx(10e6).epsilon(1e-5));
    CHECK(found.fit.r_squared > 0.999999);
    CHECK(found.fit.outliers == 0);
    CHECK(found.warnings.empty());
}

TEST_CASE("20 ms and 10 MB/s are found within 1 % in a log of whole milliseconds", "[planner]") {
    check_within_one_per_cent(
        fitted(made(2000, [](std::int64_t exact, Draws&) { return (exact + 500) / 1000 * 1000; })).fit);
}

TEST_CASE("20 ms and 10 MB/s are found within 1 % where durations scatter by 10 %", "[planner]") {
    const FittedTransfers found = fitted(
        made(5000, [](std::int64_t exact, Draws& draws) { return exact * draws.between(900, 1100) / 1000; }));
    check_within_one_per_cent(found.fit);
    CHECK(found.warnings.empty());
    // The standard errors hold what they promise: the truth lies within four of them.
    CHECK(std::abs(found.fit.latency.count() - 20'000) < 4 * found.fit.latency_error.count());
    CHECK(std::abs(found.fit.rate.bytes_per_second() - 10'000'000) < 4 * found.fit.rate_error);
}

TEST_CASE("20 ms and 10 MB/s are found within 1 % where all durations scatter by 3 ms", "[planner]") {
    check_within_one_per_cent(fitted(made(5000, [](std::int64_t exact, Draws& draws) {
                                  return exact + draws.between(-3000, 3000);
                              })).fit);
}

TEST_CASE("20 ms and 10 MB/s are found within 1 % where durations are skewed", "[planner]") {
    // A mean of 1 each. Lognormal: e^(0.2 z - 0.2^2 / 2), z the sum of twelve uniforms less 6.
    const auto lognormal = [](std::int64_t exact, Draws& draws) {
        double normal = -6;
        for (int i = 0; i < 12; ++i)
            normal += static_cast<double>(draws.between(0, 999'999)) / 1e6;
        return std::llround(static_cast<double>(exact) * std::exp(0.2 * normal - 0.02));
    };
    // Gamma of shape 4: a quarter of the sum of four exponentials, -ln of the product of four uniforms.
    const auto gamma = [](std::int64_t exact, Draws& draws) {
        double product = 1;
        for (int i = 0; i < 4; ++i)
            product *= (static_cast<double>(draws.between(0, 999'999)) + 0.5) / 1e6;
        return std::llround(static_cast<double>(exact) * -std::log(product) / 4);
    };
    // sd of the latency: sd of the factor 0.2 and 0.5, some 20 ms of a quarter of the transfers:
    // 4 ms / sqrt(5,000) = 0.06 ms, 10 ms / sqrt(50,000) = 0.04 ms; bound 0.2 ms.
    check_within_one_per_cent(fitted(made(20'000, lognormal)).fit);
    check_within_one_per_cent(fitted(made(200'000, gamma)).fit);
}

TEST_CASE("a latency that is exponential is found as its mean", "[planner]") {
    // 20 ms in the mean: sd 20 ms / sqrt(100,000) = 0.06 ms, and 0.4 % that lies beyond the outliers' bound.
    const auto exponential = [](std::int64_t exact, Draws& draws) {
        const double uniform = (static_cast<double>(draws.between(0, 999'999)) + 0.5) / 1e6;
        return exact - kLatency + std::llround(-std::log(uniform) * kLatency);
    };
    const FittedTransfers found = fitted(made(100'000, exponential));
    CHECK(found.fit.latency.count() == Approx(20'000).epsilon(0.02));
    CHECK(static_cast<double>(found.fit.rate.bytes_per_second()) == Approx(10e6).epsilon(0.01));
}

TEST_CASE("transfers that hung do not move the fit and are named", "[planner]") {
    // Every tenth takes ten seconds longer.
    const FittedTransfers found = fitted(made(5000, [](std::int64_t exact, Draws& draws) {
        return exact * draws.between(950, 1050) / 1000 + draws.between(0, 9) / 9 * 10'000'000;
    }));
    check_within_one_per_cent(found.fit);
    CHECK(found.fit.outliers > 300);
    CHECK(found.fit.oddest.size() == 5);
    CHECK(found.fit.oddest.front().transfer.duration >
          found.fit.oddest.front().expected + Duration{9'000'000});
    CHECK(found.fit.residuals.p99 > Duration{9'000'000});
}

TEST_CASE("a latency below 0 is taken as 0 and said", "[planner]") {
    // 30 ms less than 20 ms and the bytes.
    Transfers transfers;
    for (std::int64_t i = 1; i <= 100; ++i)
        transfers.add({.size = Bytes{1'000'000 * i}, .duration = Duration{100'000 * i - 10'000}, .line = 1});
    const FittedTransfers found = fitted(transfers);
    CHECK(found.fit.through_origin);
    CHECK(found.fit.latency == Duration{0});
    CHECK(found.warnings.front().code == "latency-negative");
}

TEST_CASE("sizes that hardly differ leave latency and rate uncertain", "[planner]") {
    Transfers transfers;
    Draws draws;
    for (int i = 0; i < 500; ++i) {
        const std::int64_t size = draws.between(24'000'000, 25'000'000);
        transfers.add({.size = Bytes{size},
                       .duration = Duration{(20'000 + size / 10) * draws.between(900, 1100) / 1000},
                       .line = 1});
    }
    const FittedTransfers found = fitted(transfers);
    REQUIRE_FALSE(found.warnings.empty());
    CHECK(found.warnings.front().code == "fit-uncertain");
    CHECK(found.warnings.front().remedy == "log transfers of very different sizes");
}

TEST_CASE("a log from which nothing can be fitted is refused", "[planner]") {
    const auto of = [](std::initializer_list<std::pair<int, int>> pairs) {
        Transfers transfers;
        for (const auto& [size, duration] : pairs)
            transfers.add({.size = Bytes{size}, .duration = Duration{duration}, .line = 1});
        return transfers;
    };
    CHECK(code_of_failure(of({})) == "transfers-too-few");
    CHECK(code_of_failure(of({{1, 1}, {2, 2}})) == "transfers-too-few");
    CHECK(code_of_failure(of({{5, 1}, {5, 2}, {5, 3}})) == "sizes-alike");
    CHECK(code_of_failure(of({{0, 0}, {0, 0}, {0, 0}})) == "sizes-alike");
    CHECK(code_of_failure(of({{1, 900}, {1000, 500}, {2000, 100}})) == "rate-not-found");
    CHECK(code_of_failure(of({{1, 500}, {1000, 500}, {2000, 500}})) == "rate-not-found");
}
