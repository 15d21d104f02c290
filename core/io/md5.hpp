#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <string>

namespace firn::io {

/// The MD5 checksum (RFC 1321) of bytes that come piece by piece. It tells a damaged file from a whole one;
/// it proves nothing against somebody who means harm.
class Md5 {
  public:
    Md5();
    Md5(Md5&&) noexcept;
    Md5& operator=(Md5&&) noexcept;
    ~Md5();

    void add(std::span<const char> bytes);

    /// 32 small hexadecimal digits: "d41d8cd98f00b204e9800998ecf8427e" of nothing. Begins anew afterwards.
    [[nodiscard]] std::string digest();

  private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace firn::io
