#include "tests/bench/pricing_speed.hpp"

#include "core/io/read_text_file.hpp"
#include "core/pricing/price.hpp"
#include "core/yaml/price_book_reader.hpp"

#include <benchmark/benchmark.h>

#include <cstdlib>
#include <string>

namespace firn::bench {

namespace {

pricing::PriceBook s3_book() {
    const std::string path =
        std::string{FIRN_SOURCE_DIR} + "/scenarios/price_books/aws-s3-glacier/us-east-1.yaml";
    auto text = io::read_text_file(path);
    if (!text) std::abort();
    auto book = yaml::read_price_book(path, std::move(text).value());
    if (!book) std::abort();
    return std::move(book).value();
}

/// Ten lines of a bill: storage in two bands and a class, two overheads, a put, a retrieval with its
/// requests, early deletion, transfer out.
usage::Period ten_lines(BillingPeriod month) {
    usage::Period period{.month = month};
    const auto gib = [](std::int64_t count) { return Rational{Bytes::from_gib(count).count()}; };
    period.storage.push_back({.storage_class = "standard", .amount = usage::AverageBytes{gib(60'000)}});
    period.storage.push_back({.storage_class = "deep_archive",
                              .amount = usage::AverageBytes{gib(1024)},
                              .archives = usage::ArchiveCount{1'048'576}});
    period.requests.push_back({.storage_class = "deep_archive", .kind = "put", .count = 1000});
    period.retrievals.push_back(
        {.storage_class = "deep_archive", .tier = "bulk", .bytes = gib(100), .archives = 100});
    period.deletions.push_back(
        {.storage_class = "deep_archive", .bytes = gib(10), .stored_for = std::chrono::hours{240}});
    period.transfer_out = usage::TransferOut{.bytes = gib(1000)};
    return period;
}

usage::Usage months_of_ten_lines(std::int64_t count) {
    usage::Usage usage{.price_book = "aws-s3-glacier"};
    BillingPeriod month{std::chrono::year{2022} / 1};
    for (std::int64_t i = 0; i < count; ++i, month = month.next())
        usage.periods.push_back(ten_lines(month));
    return usage;
}

void pricing_months(benchmark::State& state) {
    const pricing::PriceBook book = s3_book();
    const usage::Usage usage = months_of_ten_lines(state.range(0));
    const bool explain = state.range(1) != 0;
    for (auto _ : state)
        benchmark::DoNotOptimize(pricing::price(usage, book, {.explain = explain}));
    state.SetItemsProcessed(state.iterations() * state.range(0));
}

}  // namespace

void register_pricing() {
    benchmark::RegisterBenchmark("pricing_months", pricing_months)
        ->ArgNames({"months", "explain"})
        ->Args({1, 0})
        ->Args({1, 1})
        ->Args({1000, 0})
        ->Args({1000, 1})
        ->Unit(benchmark::kMillisecond);
}

}  // namespace firn::bench
