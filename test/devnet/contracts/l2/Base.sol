// SPDX-License-Identifier: MIT
pragma solidity ^0.8.20;

import "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import "@openzeppelin/contracts/utils/Strings.sol";
import "@openzeppelin/contracts-upgradeable/security/ReentrancyGuardUpgradeable.sol";
import "./IConfig.sol";

/// Common part of the proxied ENKI contracts: the link to Config, the gates, the rescue function.
abstract contract Base is ReentrancyGuardUpgradeable {
    using SafeERC20 for IERC20;

    uint64 public constant FEE_PRECISION = 1_000_000;
    uint256 public constant INITIAL_DEPOSIT_AMOUNT = 1e18;
    bytes32 public constant TIMELOCK_ROLE = keccak256("TIMELOCK_ROLE");
    bytes32 public constant OPERATOR_ROLE = keccak256("OPERATOR_ROLE");
    bytes32 public constant BACKEND_ROLE = keccak256("BACKEND_ROLE");
    bytes32 public constant BETA_USER_ROLE = keccak256("BETA_USER_ROLE");

    IConfig public config;
    mapping(address => bool) private _held;
    /// Set while one ENKI contract serves another, whose own user has passed the beta gate already.
    address private _internalCaller;
    // With the fields above this fills the 33 slots after which the deployed contracts keep their own state.
    uint256[30] private __gap;

    event RecoverErc20(address recipient, address token, uint256 amount);

    modifier onlyRole(bytes32 role) {
        _requireRole(role);
        _;
    }

    modifier onlyOperatorOrTimeLock() {
        require(
            config.hasRole(OPERATOR_ROLE, msg.sender) || config.hasRole(TIMELOCK_ROLE, msg.sender),
            "onlyOperatorOrTimeLock: caller does not have the operator or timelock role"
        );
        _;
    }

    modifier whenNotPaused() {
        require(!paused(), "whenNotPaused: paused");
        _;
    }

    modifier forUser() {
        _requireUser();
        _;
    }

    modifier internalOnly(address caller) {
        require(msg.sender == caller, "internal only");
        _internalCaller = caller;
        _;
        _internalCaller = address(0);
    }

    receive() external payable {
        revert("Base: not support Metis transfer");
    }

    function paused() public view returns (bool) {
        return config.isPaused();
    }

    function recoverErc20(address tokenAddress, uint256 tokenAmount) external onlyOperatorOrTimeLock {
        require(!_held[tokenAddress], "recoverErc20: cannot recover hold token");
        IERC20(tokenAddress).safeTransfer(msg.sender, tokenAmount);
        emit RecoverErc20(msg.sender, tokenAddress, tokenAmount);
    }

    function __Base_init(address config_) internal onlyInitializing {
        __ReentrancyGuard_init();
        config = IConfig(config_);
    }

    /// Marks a token whose balance belongs to users and which recoverErc20 must refuse.
    function _hold(address token) internal {
        _held[token] = true;
    }

    /// The beta gate comes before the pause: someone without the role is told about the role, paused or not.
    function _requireUser() internal view {
        bool admitted = config.isPublic() || _internalCaller != address(0) || _isInitializing();
        if (!admitted) _requireRole(BETA_USER_ROLE);
        require(!paused(), "forUser: paused");
    }

    function _requireRole(bytes32 role) internal view {
        if (config.hasRole(role, msg.sender)) return;
        string memory account = Strings.toHexString(msg.sender);
        revert(string.concat("AccessControl: account ", account, " is missing role ", Strings.toHexString(uint256(role), 32)));
    }
}
