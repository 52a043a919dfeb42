import Foundation

extension Checks {
  mutating func checkOptions() throws {
    try changesProperties()
    try looksUpManyValues()
    try goesThroughFoundation()
  }

  mutating func changesProperties() throws {
    var node = try Node.parse(#"{"id":"a","field_name":1,"IS_OK":true,"iOS":"x","old":1}"#)
    node.fieldName = 2
    node.isOk = false
    node.next = Node(id: "b", fieldName: 3, isOk: true, iOS: "y")
    node.next?.next = Node(id: "c", fieldName: 4, isOk: true, iOS: "z")
    let text = try String(decoding: node.encoded(), as: UTF8.self)
    expect(
      text == #"{"id":"a","field_name":2,"IS_OK":false,"iOS":"x","old":1,"next":{"id":"b","field_name":3,"IS_OK":true,"#
        + #""iOS":"y","next":{"id":"c","field_name":4,"IS_OK":true,"iOS":"z"}}}"#, "changes properties, not \(text)")
    let copy = node
    node.next?.fieldName = 9
    expect(copy.next?.fieldName == 3 && copy != node, "changes no copy")
    func identity<Item: Identifiable>(_ item: Item) -> Item.ID { item.id }
    expect(identity(node) == "a", "is identified by its id")
  }

  mutating func looksUpManyValues() throws {
    expect(Many.allKnownCases.count == 1000 && Set(Many.allKnownCases).count == 1000, "lists many values")
    expect(Many(rawValue: "value-999") == .value999 && Many.value7.rawValue == "value-7", "finds one of many values")
    expect(Many(rawValue: "newer") == .unrecognized("newer") && !Many.unrecognized("newer").isRecognized, "keeps another")
    expect(Few.allKnownCases == [.iOS, .minus1, .value1], "spells acronyms and signs")
  }

  mutating func goesThroughFoundation() throws {
    let text = #"[1,true,1.5,"x",null,{"a":[0,false]},18446744073709551615]"#
    let object = try JSONSerialization.jsonObject(with: Data(text.utf8))
    let value = try JSONValue.parse(text)
    expect(JSONValue(any: object)?.description == text, "reads what JSONSerialization gives")
    let data = try JSONSerialization.data(withJSONObject: value.anyValue)
    expect(try JSONValue.parse(data) == value, "gives what JSONSerialization takes")
    let mixed: [Any?] = [1, "x" as NSString, NSNumber(value: true), Float(2), nil, NSNull(), ["a": UInt64.max]]
    expect(JSONValue(any: mixed)?.description == #"[1,"x",true,2,null,null,{"a":18446744073709551615}]"#, "reads Swift's")
    expect(JSONValue(any: [Date()]) == nil && JSONValue(any: Double.infinity) == nil, "refuses what is no JSON")
    do { _ = try Node.parse("[]") } catch { expect(error.localizedDescription.hasPrefix("expected"), "localises errors") }
  }
}
