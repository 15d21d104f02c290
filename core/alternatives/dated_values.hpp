#pragma once

#include "core/alternatives/parameter.hpp"

#include <string>

namespace firn::alternatives {

/// A number of a year, with where it was read. Sources are named as in docs/alternatives.md; a year before
/// the first value takes the first, a year between two the earlier.
struct DatedValue {
    Rational value{};
    Grade grade = Grade::assumed;
    std::string source{};
};

/// An hour of a systems administrator, with benefits, USD.
[[nodiscard]] DatedValue labour_of(int year);
/// A mile by car, USD: the IRS business rate.
[[nodiscard]] DatedValue mileage_of(int year);
/// The external disk that is bought, USD.
[[nodiscard]] DatedValue external_drive_price(int year);
/// Its capacity, bytes.
[[nodiscard]] DatedValue external_drive_capacity(int year);
/// At which it is read from end to end, bytes a second.
[[nodiscard]] DatedValue external_drive_rate(int year);
/// Failures a year of a disk that is carried: twice those of a server's.
[[nodiscard]] DatedValue carried_drive_failures(int year);
/// Failures a year of a disk in a server.
[[nodiscard]] DatedValue server_drive_failures(int year);
/// A storage server with its disks, USD, and what it holds.
[[nodiscard]] DatedValue server_price(int year);
[[nodiscard]] DatedValue server_capacity(int year);
/// Space of one server, and its power, USD a month.
[[nodiscard]] DatedValue server_space(int year);
[[nodiscard]] DatedValue server_power(int year);
/// Months until a server is replaced.
[[nodiscard]] DatedValue server_life(int year);
/// Transit, USD a Mbit/s and month.
[[nodiscard]] DatedValue transit_of(int year);
/// A tape cartridge, USD; its capacity, bytes; its rate, bytes a second.
[[nodiscard]] DatedValue cartridge_price(int year);
[[nodiscard]] DatedValue cartridge_capacity(int year);
[[nodiscard]] DatedValue tape_rate(int year);

}  // namespace firn::alternatives
