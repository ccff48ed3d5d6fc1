using NewsMesh.MongoGateway.Engine;

namespace NewsMesh.MongoGateway.Tests.Engine;

public sealed class SqlStateTests
{
    [Theory]
    [InlineData("M001C", 11000, "DuplicateKey")]
    [InlineData("M00CO", 121, "DocumentValidationFailure")]
    [InlineData("M003A", 17419, "Location17419")]
    [InlineData("M0008", 26, "NamespaceNotFound")]
    [InlineData("M0001", 2, "BadValue")]
    [InlineData("M0003", 9, "FailedToParse")]
    [InlineData("M00EX", 50, "MaxTimeMSExpired")]
    [InlineData("23505", 11000, "DuplicateKey")]
    [InlineData("53100", 14031, "OutOfDiskSpace")]
    [InlineData("57014", 50, "MaxTimeMSExpired")]
    [InlineData("XX000", 1, "InternalError")]
    public void A_state_is_mongodbs_error(string state, int code, string name)
    {
        var error = SqlState.ToError(state);
        Assert.Equal((code, name), (error.Code, error.Name));
    }

    [Theory]
    [InlineData("M001C")]
    [InlineData("23505")]
    [InlineData("00000")]
    public void A_packed_state_is_unpacked(string state)
    {
        // PostgreSQL's own packing, MAKE_SQLSTATE in its elog.h.
        var packed = state.Select((character, i) => ((character - '0') & 0x3F) << (6 * i)).Sum();
        Assert.Equal(state, SqlState.Unpack(packed));
    }
}
