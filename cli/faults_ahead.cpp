#include "cli/faults_ahead.hpp"

#include "core/answers/faults_ahead.hpp"
#include "core/io/read_text_file.hpp"
#include "core/yaml/place_of_key.hpp"

#include <fmt/format.h>

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace firn::cli {

namespace {

/// The scenario's file, where there is one.
std::optional<yaml::Document> document_of(const ChosenScenario& chosen) {
    if (chosen.was_made) return std::nullopt;
    auto text = io::read_text_file(chosen.path);
    if (!text) return std::nullopt;
    auto document = yaml::parse_document(chosen.path, std::move(text).value());
    return document ? std::optional{std::move(document).value()} : std::nullopt;
}

/// A file that the scenario names is looked for from the scenario's folder.
void tell_in_scenario(Diagnostic& diagnostic, const std::string& name) {
    if (diagnostic.where.file.empty()) return;
    diagnostic.what += ": " + name;
    if (diagnostic.code == "file-missing")
        diagnostic.remedy = "check the spelling; a relative path starts at the folder of the scenario";
}

Diagnostic placed_ahead(answers::FaultAhead ahead, const std::optional<yaml::Document>& document) {
    Diagnostic diagnostic = std::move(ahead.fault);
    if (ahead.setting == "storage_class") return diagnostic;  // at_fault() knows its place and its remedy
    const yaml::Node* node = document ? yaml::node_of_setting(*document, ahead.setting) : nullptr;
    if (node != nullptr && node->kind == yaml::Node::Kind::scalar && node->scalar == ahead.stated) {
        tell_in_scenario(diagnostic, ahead.stated);
        diagnostic.where = {document->file, node->place.line, node->place.column};
        diagnostic.excerpt.length = ahead.stated.size();
    } else if (diagnostic.where.file.empty()) {
        diagnostic.where.file = fmt::format("{} (with the options given)", ahead.setting);
    }
    return diagnostic;
}

}  // namespace

Diagnostics faults_ahead(const ChosenScenario& chosen, const pricing::PriceBook& book) {
    std::vector<answers::FaultAhead> ahead = answers::faults_ahead(chosen.scenario, chosen.folder, book);
    if (ahead.empty()) return {};
    const std::optional<yaml::Document> document = document_of(chosen);
    Diagnostics faults;
    for (answers::FaultAhead& fault : ahead)
        faults.push_back(placed_ahead(std::move(fault), document));
    faults = at_fault(chosen, Result<bool>{std::move(faults)}).error();
    sort_by_place(faults);
    return faults;
}

}  // namespace firn::cli
