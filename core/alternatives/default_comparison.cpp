#include "core/alternatives/defaults.hpp"

#include <string>
#include <utility>

namespace firn::alternatives {

Comparison default_comparison(const pricing::PriceBook& book, const std::string& storage_class, int year) {
    Comparison comparison{.currency = book.currency};
    const auto add = [&](std::string name, Kind kind) -> Alternative& {
        comparison.alternatives.push_back(
            {.name = std::move(name), .kind = kind, .parameters = default_parameters(kind, year)});
        return comparison.alternatives.back();
    };
    Alternative& service = add(storage_class, Kind::price_book);
    service.price_book = book.name;
    service.region = book.region;
    service.storage_class = storage_class;
    service.book = book;
    add("usb_drives", Kind::usb_drives);
    add("second_datacenter", Kind::second_datacenter);
    add("tape", Kind::tape);
    add("usb_drives and " + storage_class, Kind::set).members = {"usb_drives", storage_class};
    return comparison;
}

}  // namespace firn::alternatives
