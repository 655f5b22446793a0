namespace CapacityBoard;
public sealed class T { [Fact] public void X() => 1.ShouldBe(1); }
