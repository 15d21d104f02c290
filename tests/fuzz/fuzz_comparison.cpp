// Any bytes as a file of alternatives: one that is compared, each in its low and high case, or diagnostics.

#include "core/alternatives/comparison.hpp"
#include "core/catalogue/open_comparison.hpp"
#include "core/catalogue/price_books.hpp"
#include "core/yaml/comparison_reader.hpp"
#include "tests/fuzz/laws.hpp"

#include <algorithm>

using namespace firn;

namespace {

bool reads_files(const alternatives::Comparison& comparison) {
    return std::any_of(
        comparison.alternatives.begin(), comparison.alternatives.end(),
        [](const alternatives::Alternative& one) { return catalogue::is_price_book_path(one.price_book); });
}

Diagnostics faults_of(yaml::ComparisonFile file) {
    if (!file.demand || reads_files(file.comparison)) return {};
    if (auto found = catalogue::find_books(file.comparison); !found) return found.error();
    const auto results =
        alternatives::compare(file.comparison, alternatives::demand_of(*file.demand), {.seeks_flips = false});
    return results ? Diagnostics{} : results.error();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    auto file = yaml::read_comparison("alternatives.yaml", fuzz::text_of(data, size), std::nullopt);
    const Diagnostics faults = file ? faults_of(std::move(file).value()) : file.error();
    if (!faults.empty()) fuzz::check_diagnostics(faults);
    return 0;
}
