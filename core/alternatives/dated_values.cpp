#include "core/alternatives/dated_values.hpp"

#include <span>

namespace firn::alternatives {

namespace {

struct Row {
    int year;
    const char* value;
    Grade grade;
    const char* source;
};

DatedValue at(std::span<const Row> rows, int year) {
    const Row* found = &rows.front();
    for (const Row& row : rows) {
        if (row.year <= year) found = &row;
    }
    return {parse_decimal(found->value).value(), found->grade, found->source};
}

constexpr Grade kSourced = Grade::sourced;
constexpr Grade kAssumed = Grade::assumed;

constexpr const char* kIrs = "IRS business mileage rate";
constexpr const char* kWage = "BLS median wage of systems administrators with benefits (ECEC)";

}  // namespace

DatedValue labour_of(int year) {
    static constexpr Row kRows[] = {
        {2012, "50", kAssumed, "wage of 2012 recalled, 34.88, with benefits (BLS ECEC)"},
        {2019, "58", kSourced, kWage},
        {2022, "62", kSourced, kWage},
        {2024, "67", kSourced, kWage}};
    return at(kRows, year);
}

DatedValue mileage_of(int year) {
    static constexpr Row kRows[] = {
        {2010, "0.5", kSourced, kIrs},   {2011, "0.555", kSourced, kIrs}, {2013, "0.565", kSourced, kIrs},
        {2014, "0.56", kSourced, kIrs},  {2015, "0.575", kSourced, kIrs}, {2016, "0.54", kSourced, kIrs},
        {2017, "0.535", kSourced, kIrs}, {2018, "0.545", kSourced, kIrs}, {2019, "0.58", kSourced, kIrs},
        {2020, "0.575", kSourced, kIrs}, {2021, "0.56", kSourced, kIrs},  {2022, "0.585", kSourced, kIrs},
        {2023, "0.655", kSourced, kIrs}, {2024, "0.67", kSourced, kIrs},  {2025, "0.7", kSourced, kIrs},
        {2026, "0.725", kSourced, kIrs}};
    return at(kRows, year);
}

DatedValue external_drive_price(int year) {
    static constexpr Row kRows[] = {
        {2010, "249.99", kSourced, "launch press, 3 TB external, June 2010"},
        {2011, "249.99", kSourced, "Foskett, 4 TB external at launch, September 2011"},
        {2025, "205", kSourced, "8 TB desktop external, 200 to 210 in early 2026 (low authority)"}};
    return at(kRows, year);
}

DatedValue external_drive_capacity(int year) {
    static constexpr Row kRows[] = {{2010, "3000000000000", kSourced, "launch press, June 2010"},
                                    {2011, "4000000000000", kSourced, "Foskett, September 2011"},
                                    {2025, "8000000000000", kSourced, "price article, early 2026"}};
    return at(kRows, year);
}

DatedValue external_drive_rate(int year) {
    static constexpr Row kRows[] = {
        {2010, "35000000", kAssumed, "USB 2.0 in practice, 30 to 40 MB/s"},
        {2013, "120000000", kSourced, "4 TB disk of 2013, 160 MB/s outside (softpedia)"},
        {2025, "200000000", kAssumed, "0.75 of the outer rate of a large disk"}};
    return at(kRows, year);
}

DatedValue carried_drive_failures(int year) {
    static constexpr Row kRows[] = {
        {2012, "0.1", kAssumed, "twice a server's disk of 2012 to 2014; no public rate"},
        {2016, "0.028", kAssumed, "twice a server's disk; no public rate"}};
    return at(kRows, year);
}

DatedValue server_drive_failures(int year) {
    static constexpr Row kRows[] = {
        {2012, "0.05", kSourced, "Backblaze fleet of 2012 to 2014"},
        {2016, "0.014", kSourced, "Backblaze fleet, yearly reports 2016 to 2025"}};
    return at(kRows, year);
}

DatedValue server_price(int year) {
    static constexpr Row kRows[] = {{2011, "7384", kSourced, "Backblaze pod 2.0, July 2011, with drives"},
                                    {2014, "9305", kSourced, "Backblaze pod 4, 2014, with drives"},
                                    {2016, "8734", kSourced, "Backblaze pod 6.0, April 2016, with drives"}};
    return at(kRows, year);
}

DatedValue server_capacity(int year) {
    static constexpr Row kRows[] = {{2011, "135000000000000", kSourced, "Backblaze pod 2.0"},
                                    {2014, "180000000000000", kSourced, "Backblaze pod 4"},
                                    {2016, "240000000000000", kSourced, "Backblaze pod 6.0"}};
    return at(kRows, year);
}

DatedValue server_space(int year) {
    static constexpr Row kRows[] = {
        {2011, "70", kSourced, "a third of Backblaze's rack of ten pods at 2,100, July 2011"},
        {2025, "120", kAssumed, "4U of a retail cabinet; rates of the 2020s spread widely"}};
    return at(kRows, year);
}

DatedValue server_power(int year) {
    static constexpr Row kRows[] = {
        {2011, "70", kSourced, "a third of Backblaze's rack of ten pods at 2,100, July 2011"},
        {2025, "100", kAssumed, "0.5 kW at about 196 a kW-month (Encor, H2 2025)"}};
    return at(kRows, year);
}

DatedValue server_life(int year) {
    static constexpr Row kRows[] = {
        {2010, "36", kSourced, "large clouds to 2020: three years (10-K)"},
        {2020, "60", kSourced, "large clouds of today: five or six years (10-K)"}};
    return at(kRows, year);
}

DatedValue transit_of(int year) {
    static constexpr Row kRows[] = {{2010, "5", kSourced, "DrPeering 2010"},
                                    {2022, "1", kSourced, "NANOG list, about 2022"}};
    return at(kRows, year);
}

DatedValue cartridge_price(int year) {
    static constexpr Row kRows[] = {{2012, "50.5", kSourced, "LTO-6, Infostor, about 2014"},
                                    {2018, "60", kSourced, "LTO-8, Planning Systems, about 2023"}};
    return at(kRows, year);
}

DatedValue cartridge_capacity(int year) {
    static constexpr Row kRows[] = {{2012, "2500000000000", kSourced, "LTO-6"},
                                    {2018, "12000000000000", kSourced, "LTO-8"}};
    return at(kRows, year);
}

DatedValue tape_rate(int year) {
    static constexpr Row kRows[] = {{2012, "160000000", kSourced, "LTO-6"},
                                    {2018, "360000000", kAssumed, "LTO-8, recalled"}};
    return at(kRows, year);
}

}  // namespace firn::alternatives
