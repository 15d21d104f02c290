#include "core/answers/faults_ahead.hpp"

#include "core/diag/did_you_mean.hpp"
#include "core/io/input_file.hpp"
#include "core/loading/load_scenario.hpp"

#include <fmt/format.h>

#include <cstddef>
#include <utility>

namespace firn::answers {

namespace {

void check_class(const std::string& name, const std::string& setting, const std::string& remedy,
                 const pricing::PriceBook& book, std::vector<FaultAhead>& faults) {
    if (pricing::find_class(book, name) != nullptr) return;
    const std::vector<std::string> classes = pricing::class_names(book);
    const std::string closest = closest_to(name, classes);
    faults.push_back(
        {setting, name,
         Diagnostic{.code = "class-unknown",
                    .what = fmt::format("the price book {} has no class \"{}\"", book.name, name),
                    .expected = one_of(classes),
                    .remedy = closest.empty() ? remedy : fmt::format("did you mean \"{}\"?", closest)}});
}

void check_parts(const scenario::Stock& stock, const pricing::PriceBook& book,
                 std::vector<FaultAhead>& faults) {
    for (std::size_t i = 0; i < stock.parts.size(); ++i) {
        if (stock.parts[i].storage_class.empty()) continue;
        check_class(stock.parts[i].storage_class, fmt::format("stock.parts.{}.class", i + 1),
                    "state stock.parts.class as one of these, or leave it out: then the part has the "
                    "scenario's storage_class",
                    book, faults);
    }
}

}  // namespace

std::vector<FaultAhead> faults_ahead(const scenario::Scenario& scenario, const std::string& folder,
                                     const pricing::PriceBook& book) {
    std::vector<FaultAhead> faults;
    for (loading::NamedFile& file : loading::named_files(scenario, folder)) {
        if (auto fault = io::opening_fault(file.path, file.may_be_folder))
            faults.push_back({std::move(file.setting), std::move(file.name), *std::move(fault)});
    }
    check_class(scenario.storage_class, "storage_class", "", book, faults);
    check_parts(scenario.stock, book, faults);
    return faults;
}

}  // namespace firn::answers
