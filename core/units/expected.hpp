#pragma once

#include <cassert>
#include <type_traits>
#include <utility>
#include <variant>

namespace firn {

/// A value, or the reason why there is none. C++20 has no std::expected; this is the part of it that Firn
/// uses.
///
///     Expected<Bytes, QuantityError> size = parse_bytes("25 MB");
///     if (!size) return size.error();
template <class T, class E>
class [[nodiscard]] Expected {
    static_assert(!std::is_same_v<T, E>, "value and error must be told apart by their type");

  public:
    // Implicit, so that `return value;` and `return error;` read as what they are.
    Expected(T value) : state_{std::in_place_index<0>, std::move(value)} {}
    Expected(E error) : state_{std::in_place_index<1>, std::move(error)} {}

    [[nodiscard]] bool has_value() const noexcept { return state_.index() == 0; }
    explicit operator bool() const noexcept { return has_value(); }

    /// The value; asking for it when there is none is a programming error.
    [[nodiscard]] const T& value() const& {
        assert(has_value());
        return *std::get_if<0>(&state_);
    }
    [[nodiscard]] T& value() & {
        assert(has_value());
        return *std::get_if<0>(&state_);
    }
    [[nodiscard]] T&& value() && {
        assert(has_value());
        return std::move(*std::get_if<0>(&state_));
    }
    [[nodiscard]] const T& operator*() const& { return value(); }
    [[nodiscard]] T& operator*() & { return value(); }
    [[nodiscard]] T&& operator*() && { return std::move(*this).value(); }
    [[nodiscard]] const T* operator->() const { return &value(); }
    [[nodiscard]] T* operator->() { return &value(); }

    /// The reason; asking for it when there is a value is a programming error.
    [[nodiscard]] const E& error() const& {
        assert(!has_value());
        return *std::get_if<1>(&state_);
    }
    [[nodiscard]] E&& error() && {
        assert(!has_value());
        return std::move(*std::get_if<1>(&state_));
    }

    [[nodiscard]] T value_or(T fallback) const { return has_value() ? value() : std::move(fallback); }

  private:
    std::variant<T, E> state_;
};

}  // namespace firn
