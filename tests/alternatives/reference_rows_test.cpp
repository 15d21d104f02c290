#include "tests/alternatives/reference_rows.hpp"

#include "tests/support/catch.hpp"

#include <fstream>

namespace firn::alternatives {

std::string reference(const std::string& file, const std::string& name) {
    std::ifstream rows{std::string{FIRN_SOURCE_DIR} + "/tests/alternatives/reference/" + file};
    std::string row;
    while (std::getline(rows, row)) {
        if (row.starts_with(name + ",")) return row.substr(row.rfind(',') + 1);
    }
    FAIL("no row " + name + " in " + file);
    return {};
}

}  // namespace firn::alternatives

TEST_CASE("a row of a reference is found by its name", "[alternatives]") {
    CHECK(firn::alternatives::reference("finance_reference.csv", "macrs5_half_year_year2") == "0.3200");
}
