#include "tests/second_opinion/published_cases.hpp"

#include <algorithm>
#include <sstream>
#include <string_view>

namespace firn::second_opinion {

namespace {

constexpr std::string_view kIdKey = "- id: ";
constexpr std::string_view kNumberLetters = "-.0123456789";

/// Adds every number of a line; what only looks like one ("2013-04", "1.2.3") is none.
void add_numbers(const std::string& line, std::set<Rational>& numbers) {
    std::size_t at = 0;
    while ((at = line.find_first_of(kNumberLetters, at)) != std::string::npos) {
        const auto end = std::min(line.find_first_not_of(kNumberLetters, at), line.size());
        std::string word = line.substr(at, end - at);
        if (word.back() == '.') word.pop_back();
        if (const auto number = parse_decimal(word)) numbers.insert(*number);
        at = end;
    }
}

bool stands_in(const Figure& figure, const Opinion& opinion, const PublishedNumbers& published) {
    const auto number = parse_decimal(figure.says);
    if (!number || opinion.cases.empty()) return true;
    return std::any_of(opinion.cases.begin(), opinion.cases.end(), [&](const std::string& id) {
        const auto found = published.find(id);
        return found != published.end() && found->second.count(*number) == 1;
    });
}

}  // namespace

PublishedNumbers published_numbers(const std::string& text) {
    PublishedNumbers published;
    std::set<Rational>* numbers = nullptr;
    std::istringstream lines{text};
    for (std::string line; std::getline(lines, line);) {
        if (line.starts_with(kIdKey)) {
            numbers = &published[line.substr(kIdKey.size())];
        } else if (numbers != nullptr) {
            add_numbers(line, *numbers);
        }
    }
    return published;
}

std::vector<std::string> case_problems(const Collection& collection, const PublishedNumbers& published) {
    std::vector<std::string> problems;
    std::set<std::string> shown;
    for (const Opinion& opinion : collection.opinions) {
        shown.insert(opinion.cases.begin(), opinion.cases.end());
        for (const Figure& figure : opinion.figures) {
            if (!stands_in(figure, opinion, published))
                problems.push_back(opinion.usage + ": " + figure.says + " stands in none of its cases");
        }
    }
    for (const auto& [id, numbers] : published) {
        if (!shown.contains(id)) problems.push_back("the case " + id + " is not shown");
    }
    for (const std::string& id : shown) {
        if (!published.contains(id)) problems.push_back("there is no case " + id);
    }
    return problems;
}

}  // namespace firn::second_opinion
