namespace NewsMesh.Storage.Tests.Sqlite;

/// <summary>A fact about permissions, which do not bind the superuser.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class FactUnlessRootAttribute : FactAttribute
{
    public FactUnlessRootAttribute()
    {
        if (OperatingSystem.IsWindows() || Environment.IsPrivilegedProcess)
        {
            Skip = "file permissions do not bind this user";
        }
    }
}
