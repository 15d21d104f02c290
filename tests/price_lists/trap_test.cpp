// Each trap of the vendor's price lists, by name.

#include "tests/price_lists/list_samples.hpp"
#include "tests/support/catch.hpp"

using namespace firn;
using test::found_in;
using test::price_of;
using usage::ChargeType;

namespace {

const test::SampleRow kStandard{
    .sku = "STANDARD", .usage_type = "USE2-TimedStorage-ByteHrs", .price = "0.0230000000"};

test::SampleRow request(std::string sku, std::string usage_type, std::string operation, std::string price) {
    return {.sku = std::move(sku),
            .usage_type = std::move(usage_type),
            .operation = std::move(operation),
            .unit = "Requests",
            .price = std::move(price)};
}

}  // namespace

TEST_CASE("storage of tables and vectors is not Standard storage", "[price_lists]") {
    const auto found =
        found_in({.rows = {
                      {.sku = "TABLES", .usage_type = "USE2-Tables-TimedStorage-ByteHrs", .price = "0.0265"},
                      {.sku = "VECTORS", .usage_type = "USE2-Vectors-TimedStorage-ByteHrs", .price = "0.06"},
                      kStandard,
                  }});
    CHECK(price_of(found.prices, ChargeType::storage, "standard") == "0.023");
    CHECK(found.prices.products_used == 1);
}

TEST_CASE("a list with storage of tables alone has no Standard storage", "[price_lists]") {
    const auto found = found_in(
        {.rows = {
             {.sku = "TABLES", .usage_type = "USE2-Tables-TimedStorage-ByteHrs", .price = "0.0265"},
             {.sku = "FLEXIBLE", .usage_type = "USE2-TimedStorage-GlacierByteHrs", .price = "0.0036"},
         }});
    CHECK(price_of(found.prices, ChargeType::storage, "standard").empty());
    CHECK(price_of(found.prices, ChargeType::storage, "flexible") == "0.0036");
}

TEST_CASE("staging of Deep Archive is not its storage", "[price_lists]") {
    const auto found =
        found_in({.offer = "AmazonS3GlacierDeepArchive",
                  .rows = {
                      {.sku = "STAGING", .usage_type = "USE2-TimedStorage-GDA-Staging", .price = "0.021"},
                      {.sku = "STORAGE", .usage_type = "USE2-TimedStorage-GDA-ByteHrs", .price = "0.00099"},
                  }});
    CHECK(price_of(found.prices, ChargeType::storage, "deep_archive") == "0.00099");
    CHECK(found.prices.products_used == 1);
}

TEST_CASE("storage of Deep Archive is sold by its own offer only", "[price_lists]") {
    const auto found = found_in(
        {.rows = {
             kStandard,
             {.sku = "TIERING", .usage_type = "USE2-TimedStorage-INT-DAA-ByteHrs", .price = "0.00099"},
             {.sku = "NOT", .usage_type = "USE2-TimedStorage-GDA-ByteHrs", .price = "0.5"},
         }});
    CHECK(price_of(found.prices, ChargeType::storage, "deep_archive").empty());
}

TEST_CASE("Requests-Tier3 has three prices, told apart by the operation", "[price_lists]") {
    const auto found =
        found_in({.rows = {
                      kStandard,
                      request("RESTORE", "USE2-Requests-Tier3", "RestoreObject", "0.00005"),
                      request("LIFECYCLE", "USE2-Requests-Tier3", "S3-GlacierTransition", "0.00003"),
                      request("DEEP", "USE2-Requests-Tier3", "S3-GDATransition", "0.00006"),
                  }});
    CHECK(price_of(found.prices, ChargeType::retrieval_requests, "flexible", "retrieval", "standard") ==
          "0.00005");
    CHECK(price_of(found.prices, ChargeType::requests, "flexible", "lifecycle") == "0.00003");
    CHECK(price_of(found.prices, ChargeType::requests, "deep_archive", "lifecycle") == "0.00006");
}

TEST_CASE("Standard-Retrieval-Bytes has two prices, and those of tiering are neither", "[price_lists]") {
    const auto row = [](std::string sku, std::string operation, std::string price) {
        return test::SampleRow{.sku = std::move(sku),
                               .usage_type = "USE2-Standard-Retrieval-Bytes",
                               .operation = std::move(operation),
                               .unit = "GB",
                               .price = std::move(price)};
    };
    const auto found =
        found_in({.rows = {kStandard, row("A", "IntAAObjectRestore", "0.7"),
                           row("B", "DeepArchiveRestoreObject", "0.02"), row("C", "RestoreObject", "0.01"),
                           row("D", "IntDAAObjectRestore", "0.9")}});
    CHECK(price_of(found.prices, ChargeType::retrieval, "flexible", "", "standard") == "0.01");
    CHECK(price_of(found.prices, ChargeType::retrieval, "deep_archive", "", "standard") == "0.02");
    CHECK(found.prices.products_used == 3);
}

TEST_CASE("Requests-Tier4 is a transition to Instant Retrieval only where the operation says so",
          "[price_lists]") {
    const auto found =
        found_in({.rows = {kStandard, request("IA", "USE2-Requests-Tier4", "", "0.00001"),
                           request("SIA", "USE2-Requests-Tier4", "S3-SIATransition", "0.00001")}});
    CHECK(price_of(found.prices, ChargeType::requests, "instant", "lifecycle").empty());
}

TEST_CASE("the parts of an upload into Deep Archive cost the Standard rate, its end the rate of the class",
          "[price_lists]") {
    const auto found =
        found_in({.offer = "AmazonS3GlacierDeepArchive",
                  .rows = {{.sku = "S", .usage_type = "USE2-TimedStorage-GDA-ByteHrs", .price = "0.00099"},
                           request("PUT", "USE2-Requests-GDA-Tier1", "PutObject", "0.00005"),
                           request("BEGIN", "USE2-Requests-GDA-Tier1", "InitiateMultipartUpload", "0.000005"),
                           request("PART", "USE2-Requests-GDA-Tier1", "UploadPart", "0.000005"),
                           request("END", "USE2-Requests-GDA-Tier1", "CompleteMultipartUpload", "0.00005")}});
    CHECK(price_of(found.prices, ChargeType::requests, "deep_archive", "put") == "0.00005");
    CHECK(price_of(found.prices, ChargeType::requests, "deep_archive", "create") == "0.000005");
    CHECK(price_of(found.prices, ChargeType::requests, "deep_archive", "part") == "0.000005");
    CHECK(price_of(found.prices, ChargeType::requests, "deep_archive", "complete") == "0.00005");
}

TEST_CASE("the parts of an upload into Instant Retrieval cost the Standard rate unless the list names them",
          "[price_lists]") {
    const test::SampleRow put = request("TIER1", "USE2-Requests-Tier1", "", "0.000005");
    const test::SampleRow instant = request("GIR", "USE2-Requests-GIR-Tier1", "", "0.00002");
    const auto found = found_in({.rows = {kStandard, put, instant}});
    CHECK(price_of(found.prices, ChargeType::requests, "instant", "put") == "0.00002");
    CHECK(price_of(found.prices, ChargeType::requests, "instant", "create") == "0.000005");
    CHECK(price_of(found.prices, ChargeType::requests, "instant", "part") == "0.000005");
    CHECK(price_of(found.prices, ChargeType::requests, "instant", "complete") == "0.00002");
    const auto named =
        found_in({.rows = {kStandard, put, instant,
                           request("BEGIN", "USE2-Requests-GIR-Tier1", "InitiateMultipartUpload", "0.00003"),
                           request("PART", "USE2-Requests-GIR-Tier1", "UploadPart", "0.00004")}});
    CHECK(price_of(named.prices, ChargeType::requests, "instant", "create") == "0.00003");
    CHECK(price_of(named.prices, ChargeType::requests, "instant", "part") == "0.00004");
}

TEST_CASE("requests at the Standard rate are not listed for a class that the edition lacks",
          "[price_lists]") {
    const test::SampleRow put = request("TIER1", "USE2-Requests-Tier1", "", "0.000005");
    std::vector<price_lists::PriceList> lists{
        test::list_of(test::csv_of({.published = "2018-04-04T00:00:00Z", .rows = {kStandard, put}})),
        test::list_of(test::csv_of(
            {.rows = {kStandard, put, request("GIR", "USE2-Requests-GIR-Tier1", "", "0.00002")}}))};
    const auto found = price_lists::find_prices(lists);
    REQUIRE(found.regions.size() == 2);
    const price_lists::FoundPrices early{.regions = {found.regions.front()}};
    const price_lists::FoundPrices late{.regions = {found.regions.back()}};
    CHECK(price_of(early, ChargeType::requests, "instant", "part").empty());
    CHECK(price_of(early, ChargeType::requests, "flexible", "part").empty());
    CHECK(price_of(late, ChargeType::requests, "instant", "part") == "0.000005");
}

TEST_CASE("what S3 calls DataTransfer-Out-Bytes is not transfer to the internet", "[price_lists]") {
    const auto found = found_in({.rows = {kStandard,
                                          {.sku = "OUT",
                                           .usage_type = "USE2-DataTransfer-Out-Bytes",
                                           .unit = "GB",
                                           .price = "0.5",
                                           .transfer_type = "AWS Outbound",
                                           .to_location = "External"}}});
    CHECK(price_of(found.prices, ChargeType::transfer_out, "").empty());
}

TEST_CASE("transfer to another region is not transfer to the internet", "[price_lists]") {
    const auto row = [](std::string sku, std::string type, std::string to, std::string price) {
        return test::SampleRow{.sku = std::move(sku),
                               .usage_type = "USE2-DataTransfer-Out-Bytes",
                               .unit = "GB",
                               .price = std::move(price),
                               .transfer_type = std::move(type),
                               .to_location = std::move(to)};
    };
    const auto found = found_in({.offer = "AWSDataTransfer",
                                 .rows = {row("A", "InterRegion Outbound", "US West (Oregon)", "0.02"),
                                          row("B", "AWS Outbound", "External", "0.09"),
                                          row("C", "CloudFront Outbound", "External", "0.05")}});
    CHECK(price_of(found.prices, ChargeType::transfer_out, "") == "0.09");
}

TEST_CASE("the region's prefix is that of Standard storage", "[price_lists]") {
    const auto found = found_in({.rows = {{.sku = "IRELAND",
                                           .usage_type = "EU-TimedStorage-ByteHrs",
                                           .price = "0.023",
                                           .location = "EU (Ireland)"},
                                          {.sku = "TABLES",
                                           .usage_type = "EU-Tables-TimedStorage-ByteHrs",
                                           .price = "0.1",
                                           .location = "EU (Ireland)"}}});
    REQUIRE(found.prices.regions.size() == 1);
    CHECK(found.prices.regions.front().prefix == "EU-");
    CHECK(found.prices.regions.front().region == "eu-west-1");
}

TEST_CASE("Standard storage keeps its three bands", "[price_lists]") {
    auto first = kStandard;
    auto second = kStandard;
    auto third = kStandard;
    first.end = second.begin = "51200";
    second.end = third.begin = "512000";
    second.price = "0.022";
    third.price = "0.021";
    const auto found = found_in({.rows = {third, first, second}});
    const auto imported = price_lists::import_prices(found.prices.regions, nullptr);
    REQUIRE(imported);
    const auto& bands = imported->book.tariffs.front().periods.front().bands;
    REQUIRE(bands.size() == 3);
    CHECK(bands[0].up_to == Rational{51200});
    CHECK(bands[1].price == UnitPrice{*parse_decimal("0.022")});
    CHECK_FALSE(bands[2].up_to.has_value());
}

TEST_CASE("the price of a unit decides, not the description, which names another amount", "[price_lists]") {
    // The samples' descriptions say 0.012.
    const auto found = found_in(
        {.rows = {kStandard,
                  {.sku = "EARLY", .usage_type = "USE2-EarlyDelete-ByteHrs", .price = "0.0040000000"}}});
    CHECK(price_of(found.prices, ChargeType::early_deletion, "flexible") == "0.004");
}

TEST_CASE("a product without a family is read like any other", "[price_lists]") {
    const auto list = test::list_of(test::bulk_json_of({.rows = {kStandard}}));
    REQUIRE(list.products.size() == 1);
    CHECK(list.products.front().prices.size() == 1);
}

TEST_CASE("an old list without operations prices restores and transitions by Requests-Tier3",
          "[price_lists]") {
    const auto found =
        found_in({.rows = {kStandard, request("TIER3", "USE2-Requests-Tier3", "", "0.000055")}});
    CHECK(price_of(found.prices, ChargeType::requests, "flexible", "lifecycle") == "0.000055");
    CHECK(price_of(found.prices, ChargeType::retrieval_requests, "flexible", "retrieval", "standard") ==
          "0.000055");
}

TEST_CASE("a product that Firn wants and that has no price is told of, with its place", "[price_lists]") {
    auto text = test::bulk_json_of(
        {.rows = {kStandard,
                  {.sku = "FLEX", .usage_type = "USE2-TimedStorage-GlacierByteHrs", .price = "0.0036"}}});
    // Its term has another SKU.
    text.replace(text.rfind("\"FLEX\": {\"FLEX."), 6, "\"XXXX\"");
    const auto read = test::read_text(text);
    REQUIRE(read);
    REQUIRE(read->notes.size() == 1);
    CHECK(read->notes.front().code == "list-price-missing");
    CHECK(read->notes.front().severity == Severity::warning);
    CHECK(read->notes.front().where.line == 5);
    CHECK(read->list.products.size() == 1);
}
