// Every published case has a test that bears its id.
#include "tests/pricing/shipped_books.hpp"

#include <set>

using namespace firn;
using namespace firn::pricing;

namespace {

/// The ids of a file of cases: its lines "- id: a01-faq-12tb-even-day".
std::set<std::string> ids_of(const std::string& file) {
    const std::string key = "- id: ";
    std::istringstream lines{text_of(std::string{FIRN_SOURCE_DIR} + "/tests/cases/" + file)};
    std::set<std::string> ids;
    for (std::string line; std::getline(lines, line);) {
        if (line.rfind(key, 0) == 0) ids.insert(line.substr(key.size()));
    }
    return ids;
}

/// "a, b: what it shows" bears the ids a and b.
void add_ids(const std::string& test_name, std::set<std::string>& ids) {
    std::istringstream parts{test_name.substr(0, test_name.find(':'))};
    for (std::string id; std::getline(parts >> std::ws, id, ',');)
        ids.insert(id);
}

/// The ids that the tests of files named *_case_test.cpp bear.
std::set<std::string> tested_ids() {
    const std::string begin = "TEST_CASE(\"";
    std::set<std::string> ids;
    for (const auto& entry :
         std::filesystem::directory_iterator{std::string{FIRN_SOURCE_DIR} + "/tests/pricing"}) {
        if (entry.path().filename().string().find("_case_test.cpp") == std::string::npos) continue;
        const std::string text = text_of(entry.path().string());
        for (auto at = text.find(begin); at != std::string::npos; at = text.find(begin, at + 1)) {
            const auto name = at + begin.size();
            add_ids(text.substr(name, text.find('"', name) - name), ids);
        }
    }
    return ids;
}

}  // namespace

TEST_CASE("each case of the golden cases and of the peers has a test of its id", "[pricing]") {
    const auto tested = tested_ids();
    const std::string file = GENERATE("golden.yaml", "peers.yaml");
    const auto ids = ids_of(file);
    CHECK(ids.size() > 30);
    for (const std::string& id : ids) {
        INFO(file << " " << id);
        CHECK(tested.count(id) == 1);
    }
}

TEST_CASE("each test of a case bears the id of a case", "[pricing]") {
    auto known = ids_of("golden.yaml");
    known.merge(ids_of("peers.yaml"));
    for (const std::string& id : tested_ids()) {
        INFO(id);
        CHECK(known.count(id) == 1);
    }
}
