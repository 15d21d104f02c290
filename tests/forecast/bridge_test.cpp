#include "core/forecast/bridge.hpp"

#include "tests/support/catch.hpp"

namespace firn::forecast {

namespace {

Rational decimal(const char* text) { return *parse_decimal(text); }
Money money(const char* text) { return Money{decimal(text)}; }
using usage::ChargeType;
BridgeLine line(const char* type, const char* unit, const char* quantity, const char* cost,
                std::optional<ChargeType> charge = std::nullopt) {
    return {type, unit, decimal(quantity), money(cost), charge};
}

/// 100 GB-months cold at 0.40, 100 warm at 0.60: 40 + 60 = 100.
std::vector<BridgeLine> march() {
    return {line("cold", "GB-Mo", "100", "40"), line("warm", "GB-Mo", "100", "60")};
}

}  // namespace

TEST_CASE("a March of 7 + 3 + 2 per cent for price, volume and mix is recovered to the cent", "[forecast]") {
    // Volume: 206 instead of 200 GB-months, 100 x 206/200 = 103.00, so +3.
    // Mix: 93 cold and 113 warm cost 93 x 0.40 + 113 x 0.60 = 37.20 + 67.80 = 105.00, so +2.
    // Price: 40.00 and 72.00 are paid, 112.00 less 105.00, so +7.
    const Bridge bridge =
        bridge_of(march(), {line("cold", "GB-Mo", "93", "40"), line("warm", "GB-Mo", "113", "72")}, 1);
    CHECK(bridge.volume == money("3"));
    CHECK(bridge.mix == money("2"));
    CHECK(bridge.price == money("7"));
    CHECK(bridge.one_off.is_zero());
    CHECK(bridge.calendar.is_zero());
    CHECK(bridge.unexplained.is_zero());
    CHECK(total_of(bridge) == money("12"));
}

TEST_CASE("what the budget does not have is one-off, what has no quantity is unexplained", "[forecast]") {
    std::vector<BridgeLine> billed = march();
    billed.push_back(line("Retrieval", "GB", "10", "5"));
    CHECK(bridge_of(march(), billed, 1).one_off == money("5"));
    billed = {{"cold", "GB-Mo", std::nullopt, money("41")}, line("warm", "GB-Mo", "100", "60")};
    const Bridge bridge = bridge_of(march(), billed, 1);
    CHECK(bridge.unexplained == money("1"));
    CHECK(total_of(bridge) == money("1"));
}

TEST_CASE("half a month billed as planned differs by the calendar only", "[forecast]") {
    const Bridge bridge = bridge_of(
        march(), {line("cold", "GB-Mo", "50", "20"), line("warm", "GB-Mo", "50", "30")}, Rational{1, 2});
    CHECK(bridge.calendar == money("-50"));
    CHECK(bridge.volume.is_zero());
    CHECK(bridge.mix.is_zero());
    CHECK(bridge.price.is_zero());
}

TEST_CASE("a bridge adds up exactly, whatever the lines are", "[forecast]") {
    const std::vector<BridgeLine> billed{line("cold", "GB-Mo", "33.333", "17.77"),
                                         line("hot", "GB-Mo", "7", "9.99"),
                                         line("put", "Requests", "12345", "0.62")};
    const Bridge bridge = bridge_of(march(), billed, Rational{20, 31});
    CHECK(total_of(bridge) == total_of(billed) - total_of(march()));
}

TEST_CASE("a fee that the budget lacks is one-off, also when its unit is that of storage", "[forecast]") {
    const std::vector<BridgeLine> budget{line("cold", "GB-Mo", "100", "40", ChargeType::storage),
                                         line("warm", "GB-Mo", "100", "60", ChargeType::storage)};
    const Bridge bridge = bridge_of(budget,
                                    {line("cold", "GB-Mo", "93", "40", ChargeType::storage),
                                     line("warm", "GB-Mo", "113", "72", ChargeType::storage),
                                     line("EarlyDelete", "GB-Mo", "50", "5.50", ChargeType::early_deletion)},
                                    1);
    CHECK(bridge.volume == money("3"));
    CHECK(bridge.mix == money("2"));
    CHECK(bridge.price == money("7"));
    CHECK(bridge.one_off == money("5.50"));
    CHECK(total_of(bridge) == money("17.50"));
}

TEST_CASE("a class that the budget lacks is another share of the storage that it has", "[forecast]") {
    // 100 cold at 0.40 planned, 60 cold and 40 warm at 0.60 billed: as much, 8 dearer by its shares.
    const Bridge bridge = bridge_of({line("cold", "GB-Mo", "100", "40", ChargeType::storage)},
                                    {line("cold", "GB-Mo", "60", "24", ChargeType::storage),
                                     line("warm", "GB-Mo", "40", "24", ChargeType::storage)},
                                    1);
    CHECK(bridge.mix == money("8"));
    CHECK(total_of(bridge) == money("8"));
}

TEST_CASE("lines without a charge have that of the budget's lines of their usage type", "[forecast]") {
    const std::vector<BridgeLine> budget{line("cold", "GB-Mo", "100", "40", ChargeType::storage),
                                         line("warm", "GB-Mo", "100", "60", ChargeType::storage),
                                         line("warm", "GB-Mo", "10", "6", ChargeType::overhead)};
    const Bridge bridge = bridge_of(budget,
                                    {line("cold", "GB-Mo", "100", "40"), line("warm", "GB-Mo", "110", "66"),
                                     line("fee", "GB-Mo", "1", "9")},
                                    1);
    CHECK(bridge.volume.is_zero());
    CHECK(bridge.mix.is_zero());
    CHECK(bridge.price.is_zero());
    CHECK(bridge.one_off == money("9"));
}

TEST_CASE("what is planned and not billed is less volume, what is planned as nothing is one-off",
          "[forecast]") {
    const std::vector<BridgeLine> budget{line("get", "GB", "10", "5", ChargeType::retrieval),
                                         line("out", "GB", "0", "0", ChargeType::transfer_out)};
    const Bridge bridge = bridge_of(budget, {line("out", "GB", "3", "0.36", ChargeType::transfer_out)}, 1);
    CHECK(bridge.volume == money("-5"));
    CHECK(bridge.one_off == money("0.36"));
    CHECK(total_of(bridge) == money("-4.64"));
}

}  // namespace firn::forecast
