using Sextant.Discovery.Secrets.Verification;

namespace Sextant.Discovery.Tests.Secrets.Verification;

public sealed class AwsSignatureTests
{
    [Fact]
    public void Signs_the_request_of_the_documentation()
    {
        // The keys of Amazon's own example, in two parts: they open nothing, but look like keys.
        var signature = new AwsSignature("AKID" + "EXAMPLE", "wJalrXUtnFEMI/K7MDENG+" + "bPxRfiCYEXAMPLEKEY", "us-east-1", "iam");

        Assert.EndsWith("Signature=5d672d79c15b13162d9279b0855cfba6789a8edb4c82c400e06b5924a6f2b5d7", signature.Of(
            "GET", "/", "Action=ListUsers&Version=2010-05-08",
            [("content-type", "application/x-www-form-urlencoded; charset=utf-8"), ("host", "iam.amazonaws.com"), ("x-amz-date", "20150830T123600Z")],
            new DateTimeOffset(2015, 8, 30, 12, 36, 0, TimeSpan.Zero)), StringComparison.Ordinal);
    }
}
