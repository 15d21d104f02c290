#include "core/alternatives/turning_point.hpp"

#include "tests/support/catch.hpp"

using namespace firn;
using namespace firn::alternatives;

namespace {

/// Turned from 30 to 40 and from 80 on.
Rational in_steps(const Rational& value) {
    const bool is_turned = (value >= 30 && value <= 40) || value >= 80;
    return Rational{is_turned ? -1 : 1};
}

}  // namespace

TEST_CASE("what falls evenly turns where the line crosses nought, to the grain", "[alternatives]") {
    // 100 - 3 v is below nought from 33.34 on
    const auto lead = [](const Rational& value) { return Rational{100 - 3 * value}; };
    CHECK(turning_point({Rational{0}, Rational{1000}, lead(1000), Rational{1, 100}}, lead(0), lead) ==
          Rational{3334, 100});
    const auto mirrored = [](const Rational& value) { return Rational{100 + 3 * value}; };
    CHECK(turning_point({Rational{0}, Rational{-1000}, mirrored(-1000), Rational{1, 100}}, mirrored(0),
                        mirrored) == Rational{-3334, 100});
}

TEST_CASE("probes find a turn that lies nearer than the first one found", "[alternatives]") {
    const Way way{Rational{0}, Rational{100}, Rational{-1}, Rational{1}};
    Way probed = way;
    probed.probes = 8;
    CHECK(turning_point(way, Rational{1}, in_steps) == 80);
    CHECK(turning_point(probed, Rational{1}, in_steps) == 30);
}

TEST_CASE("an assumption is as far away as it has to be multiplied", "[alternatives]") {
    CHECK(distance(Rational{10}, Rational{40}) == 4);
    CHECK(distance(Rational{40}, Rational{10}) == 4);
    CHECK(distance(Rational{0}, Rational{1, 2}) == Rational{3, 2});
    CHECK(at_distance(Rational{10}, Rational{100}, Rational{2}) == 20);
    CHECK(at_distance(Rational{10}, Rational{1}, Rational{2}) == 5);
    CHECK(at_distance(Rational{-1, 10}, Rational{-1, 2}, Rational{11, 10}) == Rational{-1, 5});
}
