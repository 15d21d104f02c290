// Makes docs/second-opinion.md: firn_second_opinion REPOSITORY PAGE. Ends with 1, and writes nothing, when a
// number turns out otherwise than its verdict says, a published case is nowhere shown, or a usage file is
// asked by nobody.
#include "cli/price_books.hpp"
#include "core/io/read_text_file.hpp"
#include "tests/second_opinion/collection_reader.hpp"
#include "tests/second_opinion/page.hpp"
#include "tests/second_opinion/published_cases.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <set>
#include <span>
#include <string>
#include <vector>

using namespace firn;
using namespace firn::second_opinion;

namespace {

using Problems = std::vector<std::string>;

std::string text_of(const std::string& path) {
    const auto text = io::read_text_file(path);
    return text ? *text : std::string{};
}

template <class Item>
const Item* find_by_id(const std::vector<Item>& items, const std::string& id) {
    const auto found =
        std::find_if(items.begin(), items.end(), [&](const Item& item) { return item.id == id; });
    return found == items.end() ? nullptr : &*found;
}

/// Every calculator says yes or no to each ability.
void check_calculators(const Collection& collection, Problems& problems) {
    for (const Calculator& calculator : collection.calculators) {
        if (calculator.reckons.size() != collection.abilities.size())
            problems.push_back(calculator.name + " does not say yes or no to each ability");
    }
}

/// Every usage file is asked.
void check_files(const Collection& collection, const std::string& folder, Problems& problems) {
    std::set<std::string> asked;
    for (const Opinion& opinion : collection.opinions) {
        asked.insert(opinion.usage);
        for (const Figure& figure : opinion.figures)
            asked.insert(figure.by_usage);
    }
    for (const auto& entry : std::filesystem::directory_iterator{folder}) {
        const std::string name = entry.path().stem().string();
        if (!asked.contains(name)) problems.push_back("nobody asks " + name + ".yaml");
    }
}

JudgedOpinion judged(const Opinion& opinion, const Collection& collection, BillAnswers& answers,
                     Problems& problems) {
    JudgedOpinion result{.opinion = &opinion,
                         .voice = find_by_id(collection.voices, opinion.voice),
                         .question = answers.question(opinion.usage)};
    if (result.voice == nullptr) problems.push_back("there is no voice " + opinion.voice);
    if (find_by_id(collection.subjects, opinion.subject) == nullptr)
        problems.push_back("there is no subject " + opinion.subject);
    if (result.question.empty()) problems.push_back(opinion.usage + ": no question in its first line");
    for (const Figure& figure : opinion.figures) {
        const Judged found = judge(opinion, figure, answers);
        if (found.verdict != figure.stated || found.firn.empty()) {
            problems.push_back(opinion.usage + ", " + figure.what + ": they say " + figure.says +
                               ", Firn says " + found.firn + ", with the option " + found.by_option + ": " +
                               to_text(found.verdict) + ", stated is " + to_text(figure.stated) + " " +
                               answers.problem());
        }
        result.judged.push_back(found);
    }
    return result;
}

int fail(const Problems& problems) {
    for (const std::string& problem : problems)
        std::cerr << problem << "\n";
    return 1;
}

int make_page(const std::string& root, const std::string& page) {
    const std::string cases = root + "/tests/cases/second-opinion.yaml";
    const auto collection = read_collection(cases, text_of(cases));
    if (!collection) return fail({to_text(collection.error())});
    const auto books = cli::built_in_price_books();
    if (!books) return fail({to_text(books.error())});
    const std::string folder = root + "/docs/examples/second-opinion";
    auto published = published_numbers(text_of(root + "/tests/cases/golden.yaml"));
    published.merge(published_numbers(text_of(root + "/tests/cases/peers.yaml")));
    Problems problems = case_problems(*collection, published);
    check_calculators(*collection, problems);
    check_files(*collection, folder, problems);
    BillAnswers answers{folder};
    std::vector<JudgedOpinion> opinions;
    for (const Opinion& opinion : collection->opinions)
        opinions.push_back(judged(opinion, *collection, answers, problems));
    if (!problems.empty()) return fail(problems);
    std::ofstream out{page, std::ios::binary};
    out << page_of(*collection, opinions, doubts_of(*books));
    return out.flush() ? 0 : fail({"cannot write " + page});
}

}  // namespace

int main(int count, char** arguments) {
    if (count != 3) return fail({"usage: firn_second_opinion REPOSITORY PAGE"});
    const std::span words{arguments, static_cast<std::size_t>(count)};
    return make_page(words[1], words[2]);
}
