#include "core/alternatives/defaults.hpp"

#include "core/alternatives/dated_values.hpp"

#include <map>
#include <string_view>
#include <utility>

namespace firn::alternatives {

namespace {

using Unit = ParameterUnit;

/// Decimal text as a number; the texts of this file are well-formed.
Rational number(const char* text) { return parse_decimal(text).value(); }

Parameter assumed(std::string key, Unit unit, const char* value, const char* cheap, const char* dear,
                  std::string why) {
    return {std::move(key), unit, number(value), number(cheap), number(dear), Grade::assumed, std::move(why)};
}

Parameter sourced(std::string key, Unit unit, const char* value, const char* cheap, const char* dear,
                  std::string source) {
    return {std::move(key), unit,           number(value),    number(cheap),
            number(dear),   Grade::sourced, std::move(source)};
}

/// A value of a year, with its range as factors.
Parameter dated(std::string key, Unit unit, const DatedValue& value, const char* cheap, const char* dear) {
    return {std::move(key),
            unit,
            value.value,
            Rational{value.value * number(cheap)},
            Rational{value.value * number(dear)},
            value.grade,
            value.source};
}

void add_people(Parameters& p, int year) {
    p.add(dated("labour", Unit::money, labour_of(year), "0.8", "1.4"));
}

void add_drive_prices(Parameters& p, int year) {
    p.add(dated("drive_price", Unit::money, external_drive_price(year), "0.8", "1.5"));
    p.add(dated("drive_capacity", Unit::bytes, external_drive_capacity(year), "1", "1"));
    p.add(sourced("drive_price_change", Unit::percent, "-0.1", "-0.2", "0.2",
                  "yearly decline 2009 to 2022, McCallum/Our World in Data and Backblaze: -9 % to -14 %"));
    p.add(assumed("capacity_growth", Unit::percent, "0", "0.15", "0",
                  "drives of later years are not larger, to be careful"));
}

Parameters usb_drives(int year) {
    Parameters p;
    add_drive_prices(p, year);
    p.add(assumed("copies", Unit::number, "1", "1", "1", "the post of 2013: one drive in the safe"));
    p.add(assumed("fill", Unit::percent, "0.93", "0.97", "0.85", "what of a drive is filled"));
    add_people(p, year);
    p.add(assumed("trip_miles", Unit::number, "30", "10", "60", "there and back, by car"));
    p.add(dated("mileage", Unit::money, mileage_of(year), "1", "1"));
    p.add(assumed("trip_time", Unit::hours, "1", "0.5", "2", "driving, there and back"));
    p.add(assumed("handling", Unit::hours, "0.75", "0.4", "1.5", "packing, labelling, signing in, a trip"));
    p.add(assumed("drives_per_trip", Unit::number, "10", "20", "5", "of a stock, an audit or a renewal"));
    p.add(assumed("drive_time", Unit::hours, "0.25", "0.15", "0.5", "fetch, plug, start and return a drive"));
    p.add(assumed("closet_drives", Unit::number, "2", "1", "4", "the synced copy while a drive fills"));
    p.add(assumed("closet_machine", Unit::money, "500", "0", "1000", "the machine of the synced copy"));
    p.add(
        assumed("safe_price", Unit::money, "2000", "1000", "3000", "a media safe; no dated price is known"));
    p.add(assumed("safe_litres", Unit::number, "40", "60", "20", "its room"));
    p.add(sourced("drive_litres", Unit::number, "1.2", "1.2", "1.2", "147 x 102 x 26 mm in its case"));
    p.add(dated("failures", Unit::percent, carried_drive_failures(year), "0.5", "2"));
    p.add(
        assumed("failures_old", Unit::percent, "0.1", "0.05", "0.15", "a year, from the third birthday on"));
    p.add(assumed("bit_errors", Unit::number, "0.00000000000001", "0.000000000000001", "0.00000000000001",
                  "unreadable bits, the data sheet's bound for consumer disks"));
    p.add(sourced("rewrite_months", Unit::months, "36", "60", "24", "PC World 2016: two or three years"));
    p.add(sourced("life_months", Unit::months, "60", "72", "36", "three to five years in use"));
    p.add(sourced("audit_months", Unit::months, "12", "12", "12", "a check a year"));
    p.add(dated("drive_rate", Unit::rate, external_drive_rate(year), "1", "1"));
    p.add(assumed("readers", Unit::number, "2", "4", "1", "drives that are read at once"));
    p.add(assumed("restore_time", Unit::hours, "0.5", "0.25", "1", "of a person, a request"));
    p.add(assumed("resale", Unit::percent, "0.25", "0.5", "0",
                  "of a drive's price, for its whole remaining life"));
    p.add(assumed("site_loss", Unit::percent, "0.001", "0.0002", "0.005", "fire, flood or theft, a year"));
    return p;
}

Parameters second_datacenter(int year) {
    Parameters p;
    p.add(dated("server_price", Unit::money, server_price(year), "0.8", "1.4"));
    p.add(dated("server_capacity", Unit::bytes, server_capacity(year), "1", "1"));
    p.add(assumed("server_price_change", Unit::percent, "-0.1", "-0.2", "0.1",
                  "as drives; a server of the same size"));
    p.add(assumed("capacity_growth", Unit::percent, "0", "0.15", "0", "servers of later years hold as much"));
    p.add(sourced("data_units", Unit::number, "13", "13", "13", "RAID 6 of 13 + 2, Backblaze pods to 2014"));
    p.add(sourced("parity_units", Unit::number, "2", "2", "2", "RAID 6 of 13 + 2, Backblaze pods to 2014"));
    p.add(assumed("replicas", Unit::number, "1", "1", "1", "whole copies of each parity group"));
    p.add(assumed("fill", Unit::percent, "0.85", "0.95", "0.75", "what of a server is filled"));
    p.add(dated("space", Unit::money, server_space(year), "0.7", "2"));
    p.add(dated("power", Unit::money, server_power(year), "0.7", "2"));
    p.add(dated("transit", Unit::money, transit_of(year), "0.5", "2"));
    p.add(assumed("transit_peak", Unit::number, "2", "1.5", "3", "95th percentile over the mean"));
    p.add(assumed("transit_commit", Unit::number, "10", "1", "50", "Mbit/s that are paid at least"));
    p.add(sourced("connection", Unit::money, "750", "0", "1500", "Deft: a cross-connect, once"));
    p.add(
        sourced("remote_hands", Unit::money, "165", "115", "165", "365 Data Centers, an hour without plan"));
    p.add(sourced("hands_time", Unit::hours, "0.74", "0.5", "1", "Backblaze 2025: a failed drive in a rack"));
    p.add(assumed("admin_time", Unit::hours, "6", "4", "8", "of administration, a month"));
    add_people(p, year);
    p.add(sourced("drives_per_server", Unit::number, "45", "45", "45", "Backblaze pods 1 to 5"));
    p.add(dated("failures", Unit::percent, server_drive_failures(year), "0.7", "2"));
    p.add(dated("life_months", Unit::months, server_life(year), "1.2", "0.8"));
    p.add(assumed("repair_time", Unit::hours, "72", "24", "168", "until a failed drive is rebuilt"));
    p.add(assumed("link", Unit::rate, "12500000", "125000000", "12500000", "the line of a whole restore"));
    p.add(assumed("resale", Unit::percent, "0.25", "0.5", "0",
                  "of a server's price, for its whole remaining life"));
    p.add(assumed("site_loss", Unit::percent, "0.001", "0.0002", "0.005", "fire, flood or error, a year"));
    return p;
}

Parameters tape(int year) {
    Parameters p;
    p.add(assumed("tape_drive", Unit::money, "4000", "2000", "6000",
                  "stand-alone; \"over 2,000\" in 2018, thenoviceoof"));
    p.add(dated("cartridge_price", Unit::money, cartridge_price(year), "0.8", "1.5"));
    p.add(dated("cartridge_capacity", Unit::bytes, cartridge_capacity(year), "1", "1"));
    p.add(assumed("cartridge_price_change", Unit::percent, "-0.05", "-0.1", "0.05", "a year"));
    p.add(assumed("copies", Unit::number, "2", "2", "2", "cartridges are kept in pairs"));
    p.add(assumed("fill", Unit::percent, "0.95", "1", "0.9", "what of a cartridge is filled"));
    add_people(p, year);
    p.add(
        assumed("cartridge_time", Unit::hours, "0.25", "0.15", "0.5", "write, label and store a cartridge"));
    p.add(
        assumed("safe_price", Unit::money, "2000", "1000", "3000", "a media safe; no dated price is known"));
    p.add(assumed("cartridges_per_safe", Unit::number, "100", "150", "50", "its room"));
    p.add(assumed("failures", Unit::percent, "0.005", "0.002", "0.02",
                  "cartridges that cannot be read, a year"));
    p.add(assumed("life_months", Unit::months, "120", "180", "84", "of a cartridge and its generation"));
    p.add(assumed("drive_life_months", Unit::months, "60", "84", "48", "of the tape drive"));
    p.add(assumed("audit_months", Unit::months, "12", "12", "12", "a check a year"));
    p.add(dated("tape_rate", Unit::rate, tape_rate(year), "1", "1"));
    p.add(assumed("restore_time", Unit::hours, "0.5", "0.25", "1", "of a person, a request"));
    p.add(assumed("resale", Unit::percent, "0.25", "0.5", "0",
                  "of the price of the tape drive and of cartridges, for their whole remaining life"));
    p.add(assumed("site_loss", Unit::percent, "0.001", "0.0002", "0.005", "fire, flood or theft, a year"));
    return p;
}

void add_service_risks(Parameters& p) {
    p.add(assumed("account_loss", Unit::percent, "0.0001", "0.00001", "0.001",
                  "account or keys lost, deleted by mistake, a year"));
    p.add(assumed("link", Unit::rate, "12500000", "125000000", "12500000", "the line of a whole restore"));
    p.add(assumed("admin_time", Unit::hours, "1", "0.5", "4", "looking after it, a month"));
}

Parameters price_book(int year) {
    Parameters p;
    p.add({"price_factor", Unit::number, Rational{1}, number("0.8"), number("1.2"), Grade::sourced,
           "the price book; 20 % either way"});
    p.add(assumed("first_byte", Unit::hours, "4", "3", "5", "a retrieval of the usual tier"));
    p.add(assumed("egress", Unit::money, "0.09", "0.05", "0.12",
                  "a GB of 2^30 bytes sent out, where the book has no price"));
    add_service_risks(p);
    add_people(p, year);
    return p;
}

struct ServiceTerms {
    const char* storage;
    const char* storage_source;
    const char* retrieval;
    const char* retrieval_source;
    const char* egress;
    const char* minimum_days;
    const char* minimum_stored;
    const char* first_byte;
    bool is_sourced_retrieval;
    bool is_sourced_storage;
};

const std::map<std::string, ServiceTerms>& service_terms() {
    static const std::map<std::string, ServiceTerms> kTerms{
        {"google_archive",
         {"0.0012", "c3x, 2026", "0.05", "recalled", "0.12", "365", "0", "0.01", false, true}},
        {"azure_archive",
         {"0.002", "Microsoft's worked samples, 2022", "0.022", "Microsoft's worked samples, 2022", "0.087",
          "180", "0", "15", true, true}},
        {"backblaze_b2",
         {"0.006", "cirocloud 2025", "0", "free within bounds", "0", "0", "0", "0.01", true, true}},
        {"wasabi",
         {"0.00599", "Wasabi FAQ, 2019", "0", "no fee within reason", "0", "90", "1000000000000", "0.01",
          true, true}},
        {"ovh_cold_archive",
         {"0.0013", "silicon.fr 2023-05", "0.005", "silicon.fr 2023-05", "0.01", "180", "0", "48", true,
          true}}};
    return kTerms;
}

Parameters archive_service(int year, const std::string& service) {
    Parameters p;
    const auto found = service_terms().find(service);
    if (found == service_terms().end()) return p;
    const ServiceTerms& t = found->second;
    const auto graded = [](bool is_sourced, Parameter parameter) {
        parameter.grade = is_sourced ? Grade::sourced : Grade::assumed;
        return parameter;
    };
    const auto range = [](const char* value, const char* factor) {
        return Rational{number(value) * number(factor)};
    };
    const auto price = [&](std::string key, const char* value, std::string source, bool is_sourced) {
        return graded(is_sourced, Parameter{std::move(key), Unit::money, number(value), range(value, "0.8"),
                                            range(value, "1.2"), Grade::sourced, std::move(source)});
    };
    p.add(price("storage", t.storage, std::string{t.storage_source} + ", a GB-month", t.is_sourced_storage));
    p.add(
        price("retrieval", t.retrieval, std::string{t.retrieval_source} + ", a GB", t.is_sourced_retrieval));
    p.add(price("egress", t.egress, "recalled list price, a GB", service == "ovh_cold_archive"));
    p.add(assumed("price_change", Unit::percent, "0", "-0.05", "0.05", "a year"));
    p.add(sourced("minimum_days", Unit::number, t.minimum_days, t.minimum_days, t.minimum_days,
                  "billed for at least so long"));
    p.add(sourced("minimum_stored", Unit::bytes, t.minimum_stored, t.minimum_stored, t.minimum_stored,
                  "billed at least"));
    p.add(sourced("first_byte", Unit::hours, t.first_byte, t.first_byte, t.first_byte,
                  "until a file can be read"));
    add_service_risks(p);
    add_people(p, year);
    return p;
}

Parameters vendor_quote(int year) {
    Parameters p;
    p.add(assumed("per_tb_month", Unit::money, "0", "0", "0", "10^12 bytes for a month: the offer"));
    p.add(assumed("setup", Unit::money, "0", "0", "1000", "once, at the start"));
    p.add(assumed("exit_per_tb", Unit::money, "0", "0", "90", "to get everything out at the end"));
    p.add(assumed("restore_per_tb", Unit::money, "0", "0", "90", "read back on request"));
    p.add(assumed("price_change", Unit::percent, "0", "-0.05", "0.05", "a year"));
    p.add(assumed("first_byte", Unit::hours, "4", "1", "24", "until a file can be read"));
    p.add(assumed("failures", Unit::percent, "0.0001", "0.00001", "0.001", "lost by the vendor, a year"));
    add_service_risks(p);
    add_people(p, year);
    return p;
}

Parameters parameters_of(Kind kind, int year, const std::string& service) {
    switch (kind) {
        case Kind::usb_drives:
            return usb_drives(year);
        case Kind::second_datacenter:
            return second_datacenter(year);
        case Kind::tape:
            return tape(year);
        case Kind::price_book:
            return price_book(year);
        case Kind::archive_service:
            return archive_service(year, service);
        case Kind::vendor_quote:
            return vendor_quote(year);
        case Kind::set:
            return {};
    }
    return {};
}

/// Of a default sum of money: a European service asks its own prices in euros.
std::string currency_of(std::string_view key, const std::string& service) {
    const bool is_own = key == "storage" || key == "retrieval" || key == "egress";
    return is_own && service == "ovh_cold_archive" ? "EUR" : "USD";
}

}  // namespace

Parameters default_parameters(Kind kind, int year, const std::string& service) {
    Parameters parameters = parameters_of(kind, year, service);
    for (Parameter& one : parameters.all()) {
        const bool is_nothing = one.value == 0 && one.cheap == 0 && one.dear == 0;
        if (one.unit == Unit::money && !is_nothing) one.currency = currency_of(one.key, service);
    }
    return parameters;
}

const std::vector<std::string>& archive_services() {
    static const std::vector<std::string> kNames = [] {
        std::vector<std::string> names;
        for (const auto& [name, terms] : service_terms())
            names.push_back(name);
        return names;
    }();
    return kNames;
}

}  // namespace firn::alternatives
