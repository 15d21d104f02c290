#include "tests/second_opinion/lists.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>

namespace firn::second_opinion {

namespace {

std::string joined(const std::set<std::string>& words) {
    std::string text;
    for (const std::string& word : words)
        text += (text.empty() ? "" : ", ") + word;
    std::replace(text.begin(), text.end(), '_', ' ');
    return text;
}

}  // namespace

std::string with_capital(std::string sentence) {
    if (!sentence.empty())
        sentence[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(sentence[0])));
    return sentence;
}

std::string doubts_part(std::string_view title, const std::set<std::string>& books,
                        const std::vector<Doubt>& doubts) {
    constexpr std::size_t kNamed = 4;
    std::string table = fmt::format("\n### {}\n\n| what | charges | regions |\n| --- | --- | --- |\n", title);
    for (const Doubt& doubt : doubts) {
        if (doubt.books != books) continue;
        const std::string where =
            doubt.regions.size() <= kNamed ? joined(doubt.regions) : fmt::format("{}", doubt.regions.size());
        table += fmt::format("| {} | {} | {} |\n", with_capital(doubt.reason), joined(doubt.charges), where);
    }
    return table;
}

std::string questions_table(std::string_view headings, const std::vector<OpenQuestion>& questions) {
    std::string table = fmt::format("{}\n| --- | --- |\n", headings);
    for (const OpenQuestion& question : questions)
        table += fmt::format("| {} | {} |\n", question.what, question.instead);
    return table;
}

std::string calculators_table(const Collection& collection) {
    std::string heading = "| |";
    std::string rule = "| --- |";
    for (const std::string& ability : collection.abilities) {
        heading += fmt::format(" {} |", ability);
        rule += " --- |";
    }
    std::string table = heading + " |\n" + rule + " --- |\n";
    for (const Calculator& each : collection.calculators) {
        table += each.address.empty() ? fmt::format("| {} |", each.name)
                                      : fmt::format("| [{}]({}) |", each.name, each.address);
        for (const std::string& word : each.reckons)
            table += fmt::format(" {} |", word);
        table += fmt::format(" {} |\n", each.remark);
    }
    return table;
}

}  // namespace firn::second_opinion
