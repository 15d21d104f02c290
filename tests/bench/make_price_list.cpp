// Writes a price list of any length in the shape of the vendor's bulk files, to measure with:
//
//     make_price_list json 300 list.json && /usr/bin/time -v firn prices import list.json
//
// Its first two dozen products are ones that Firn prices, the others are not.

#include <fmt/format.h>

#include <array>
#include <cstddef>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <string>
#include <string_view>
#include <vector>

namespace {

struct Region {
    std::string_view location;
    std::string_view code;
    std::string_view prefix;
};

constexpr std::array<Region, 4> kRegions{{{"US East (N. Virginia)", "us-east-1", ""},
                                          {"US East (Ohio)", "us-east-2", "USE2-"},
                                          {"Europe (Ireland)", "eu-west-1", "EU-"},
                                          {"Asia Pacific (Tokyo)", "ap-northeast-1", "APN1-"}}};

struct Wanted {
    std::string_view usage_type;
    std::string_view operation;
    std::string_view unit;
};

constexpr std::array<Wanted, 6> kWanted{{{"TimedStorage-ByteHrs", "", "GB-Mo"},
                                         {"TimedStorage-GlacierByteHrs", "", "GB-Mo"},
                                         {"Requests-GLACIER-Tier1", "PutObject", "Requests"},
                                         {"Requests-Tier3", "RestoreObject", "Requests"},
                                         {"Standard-Retrieval-Bytes", "RestoreObject", "GB"},
                                         {"EarlyDelete-ByteHrs", "", "GB-Mo"}}};

/// A product of the list; the first ones are wanted, one of each kind in each region, the others are not.
struct Row {
    std::string sku;
    Region region;
    std::string usage_type;
    std::string_view operation;
    std::string_view unit;
};

Row row(std::size_t index) {
    const Region region = kRegions[index % kRegions.size()];
    const std::size_t kind = index / kRegions.size();
    const std::string sku = fmt::format("SKU{:013}", index);
    if (kind < kWanted.size()) {
        const Wanted& wanted = kWanted[kind];
        return {sku, region, fmt::format("{}{}", region.prefix, wanted.usage_type), wanted.operation,
                wanted.unit};
    }
    // Like those that S3 has many of: replication, tables, tags, other classes.
    return {sku, region,
            fmt::format("{}Replication-{}-Requests-Tier{}", region.prefix, index % 997, index % 7),
            "PutObjectReplication", "Requests"};
}

std::string product_json(const Row& row) {
    return fmt::format(
        "    \"{0}\" : {{\n      \"sku\" : \"{0}\",\n      \"productFamily\" : \"API Request\",\n      "
        "\"attributes\" : {{\n"
        "        \"servicecode\" : \"AmazonS3\",\n        \"location\" : \"{1}\",\n        \"locationType\" "
        ": \"AWS Region\",\n"
        "        \"group\" : \"S3-API-Tier1\",\n        \"groupDescription\" : \"Requests of some kind, as "
        "the list says\",\n"
        "        \"usagetype\" : \"{2}\",\n        \"operation\" : \"{3}\",\n        \"regionCode\" : "
        "\"{4}\",\n"
        "        \"servicename\" : \"Amazon Simple Storage Service\"\n      }}\n    }}",
        row.sku, row.region.location, row.usage_type, row.operation, row.region.code);
}

std::string term_json(const Row& row) {
    return fmt::format(
        "      \"{0}\" : {{\n        \"{0}.JRTCKXETXF\" : {{\n          \"offerTermCode\" : \"JRTCKXETXF\",\n"
        "          \"sku\" : \"{0}\",\n          \"effectiveDate\" : \"2026-03-01T00:00:00Z\",\n"
        "          \"priceDimensions\" : {{\n            \"{0}.JRTCKXETXF.6YS6EN2CT7\" : {{\n"
        "              \"rateCode\" : \"{0}.JRTCKXETXF.6YS6EN2CT7\",\n"
        "              \"description\" : \"$0.004 per 1,000 requests\",\n              \"beginRange\" : "
        "\"0\",\n"
        "              \"endRange\" : \"Inf\",\n              \"unit\" : \"{1}\",\n              "
        "\"pricePerUnit\" : {{\n"
        "                \"USD\" : \"0.0000040000\"\n              }},\n              \"appliesTo\" : [ ]\n  "
        "          }}\n"
        "          }},\n          \"termAttributes\" : {{ }}\n        }}\n      }}",
        row.sku, row.unit);
}

std::string csv_line(const Row& row) {
    return fmt::format(
        "\"{0}\",\"JRTCKXETXF\",\"{0}.JRTCKXETXF.6YS6EN2CT7\",\"OnDemand\",\"$0.004 per 1,000 "
        "requests\",\"2026-03-01\","
        "\"0\",\"Inf\",\"{1}\",\"0.0000040000\",\"USD\",\"API "
        "Request\",\"AmazonS3\",\"{2}\",\"{3}\",\"\",\"\",\"\",\"\","
        "\"S3-API-Tier1\",\"Requests of some kind, as the list says\",\"{4}\",\"{5}\",\"Amazon Simple "
        "Storage Service\"\n",
        row.sku, row.unit, row.region.location, row.region.code, row.usage_type, row.operation);
}

void write_json(std::ostream& out, std::size_t bytes) {
    const std::size_t products = bytes / (product_json(row(100)).size() + term_json(row(100)).size() + 4);
    out << "{\n  \"formatVersion\" : \"v1.0\",\n  \"offerCode\" : \"AmazonS3\",\n  \"version\" : "
           "\"20260918174747\",\n"
           "  \"publicationDate\" : \"2026-09-18T17:47:47Z\",\n  \"products\" : {\n";
    for (std::size_t i = 0; i < products; ++i)
        out << (i == 0 ? "" : ",\n") << product_json(row(i));
    out << "\n  },\n  \"terms\" : {\n    \"OnDemand\" : {\n";
    for (std::size_t i = 0; i < products; ++i)
        out << (i == 0 ? "" : ",\n") << term_json(row(i));
    out << "\n    }\n  }\n}\n";
}

void write_csv(std::ostream& out, std::size_t bytes) {
    const std::size_t products = bytes / csv_line(row(100)).size();
    out << "\"FormatVersion\",\"v1.0\"\n\"Disclaimer\",\"As it is.\"\n\"Publication "
           "Date\",\"2026-09-18T17:47:47Z\"\n"
           "\"Version\",\"20260918174747\"\n\"OfferCode\",\"AmazonS3\"\n"
           "\"SKU\",\"OfferTermCode\",\"RateCode\",\"TermType\",\"PriceDescription\",\"EffectiveDate\","
           "\"StartingRange\","
           "\"EndingRange\",\"Unit\",\"PricePerUnit\",\"Currency\",\"Product "
           "Family\",\"serviceCode\",\"Location\","
           "\"Region Code\",\"Availability\",\"Storage Class\",\"Volume Type\",\"Fee "
           "Code\",\"Group\",\"Group Description\","
           "\"usageType\",\"operation\",\"serviceName\"\n";
    for (std::size_t i = 0; i < products; ++i)
        out << csv_line(row(i));
}

}  // namespace

int main(int argc, char** argv) {
    const std::vector<std::string> arguments{argv, argv + argc};
    if (arguments.size() != 4 || (arguments[1] != "json" && arguments[1] != "csv")) {
        std::cerr << "make_price_list json|csv MEGABYTES FILE\n";
        return 2;
    }
    constexpr std::size_t kMegabyte = 1'000'000;
    const std::size_t bytes = std::stoul(arguments[2]) * kMegabyte;
    std::ofstream out{arguments[3], std::ios::binary};
    if (arguments[1] == "json") {
        write_json(out, bytes);
    } else {
        write_csv(out, bytes);
    }
    return out.good() ? 0 : 1;
}
