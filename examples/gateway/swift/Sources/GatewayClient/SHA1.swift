/// The digest that a server proves with that it speaks WebSocket (RFC 6455). It keeps no secret: do not use it for any.
func sha1(_ message: [UInt8]) -> [UInt8] {
  var state: [UInt32] = [0x6745_2301, 0xEFCD_AB89, 0x98BA_DCFE, 0x1032_5476, 0xC3D2_E1F0]
  var padded = message + [0x80]
  padded += [UInt8](repeating: 0, count: (120 - padded.count % 64) % 64)
  padded += bigEndianBytes(UInt64(message.count) * 8)
  for start in stride(from: 0, to: padded.count, by: 64) {
    mix(padded[start..<start + 64], into: &state)
  }
  return state.flatMap { bigEndianBytes($0) }
}

private func mix(_ block: ArraySlice<UInt8>, into state: inout [UInt32]) {
  var words = stride(from: block.startIndex, to: block.endIndex, by: 4).map { index in
    block[index..<index + 4].reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
  }
  for index in 16..<80 {
    let word = words[index - 3] ^ words[index - 8] ^ words[index - 14] ^ words[index - 16]
    words.append(rotated(word, by: 1))
  }
  var (a, b, c, d, e) = (state[0], state[1], state[2], state[3], state[4])
  for (index, word) in words.enumerated() {
    let (choice, constant): (UInt32, UInt32) =
      switch index {
      case 0..<20: ((b & c) | (~b & d), 0x5A82_7999)
      case 20..<40: (b ^ c ^ d, 0x6ED9_EBA1)
      case 40..<60: ((b & c) | (b & d) | (c & d), 0x8F1B_BCDC)
      default: (b ^ c ^ d, 0xCA62_C1D6)
      }
    let next = rotated(a, by: 5) &+ choice &+ e &+ constant &+ word
    (a, b, c, d, e) = (next, a, rotated(b, by: 30), c, d)
  }
  for (index, value) in [a, b, c, d, e].enumerated() { state[index] &+= value }
}

private func rotated(_ word: UInt32, by count: UInt32) -> UInt32 {
  word << count | word >> (32 - count)
}

func bigEndianBytes(_ value: some FixedWidthInteger) -> [UInt8] {
  withUnsafeBytes(of: value.bigEndian) { Array($0) }
}
