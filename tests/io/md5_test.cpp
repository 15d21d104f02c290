#include "core/io/md5.hpp"

#include "tests/support/catch.hpp"

#include <string>

using firn::io::Md5;

namespace {

std::string md5_of(const std::string& text) {
    Md5 md5;
    md5.add(text);
    return md5.digest();
}

}  // namespace

TEST_CASE("checksums are those of RFC 1321, section A.5", "[io]") {
    CHECK(md5_of("") == "d41d8cd98f00b204e9800998ecf8427e");
    CHECK(md5_of("message digest") == "f96b697d7cb7938d525a2f31aaf161d0");
    CHECK(md5_of("abcdefghijklmnopqrstuvwxyz") == "c3fcd3d76192e4007dfb496cca67e13b");
}

TEST_CASE("a checksum may be made piece by piece", "[io]") {
    Md5 md5;
    md5.add(std::string{"message "});
    md5.add(std::string{"digest"});
    CHECK(md5.digest() == "f96b697d7cb7938d525a2f31aaf161d0");
    CHECK(md5.digest() == md5_of(""));
}
