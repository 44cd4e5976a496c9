// SPDX-License-Identifier: MIT
pragma solidity ^0.8.20;

import "./Base.sol";

/// Addresses, parameters and roles of the protocol, all in one map from the hash of a key's name to a word.
contract Config is Base, IConfig {
    struct InitialValues {
        bool isPublic;
        address inviterNFT;
        address eMetis;
        address eMetisMinter;
        address vesting;
        address seMetis;
        address rewardDispatcher;
        address enki;
        address metis;
        address bridge;
        address l1Dealer;
        address protocolTreasury;
        uint64 protocolTreasuryRatio;
        uint64 vestingRatio;
        uint64 vestingDuration;
    }

    mapping(uint256 => uint256) public configMap;
    mapping(bytes32 => mapping(address => bool)) public hasRole;
    mapping(bytes32 => bytes32) public getRoleAdmin;

    event PausedSet(bool oldValue, bool newValue);
    event PublicSet(bool oldValue, bool newValue);
    event ProtocolTreasurySet(address oldValue, address newValue);
    event ProtocolTreasuryRatioSet(uint64 oldValue, uint64 newValue);
    event VestingRatioSet(uint64 oldValue, uint64 newValue);
    event VestingDurationSet(uint64 oldValue, uint64 newValue);
    event QueueLengthSecsSet(uint64 oldValue, uint64 newValue);
    // Declared by the deployed Config; which setter emits it is not known, so none here does.
    event EarlyExitFeeSet(uint64 oldValue, uint64 newValue);
    event RoleGranted(bytes32 indexed role, address indexed account, address indexed sender);
    event RoleRevoked(bytes32 indexed role, address indexed account, address indexed sender);
    event RoleAdminChanged(bytes32 indexed role, bytes32 indexed previousAdminRole, bytes32 indexed newAdminRole);

    function initialize(bytes calldata initialValues) external initializer {
        __Base_init(address(this));
        _grant(TIMELOCK_ROLE, msg.sender);
        InitialValues memory values = abi.decode(initialValues, (InitialValues));
        _putAddress("ADDRESS_INVITER_NFT", values.inviterNFT);
        _putAddress("ADDRESS_EMETIS", values.eMetis);
        _putAddress("ADDRESS_EMETIS_MINTER", values.eMetisMinter);
        _putAddress("ADDRESS_VESTING", values.vesting);
        _putAddress("ADDRESS_SE_METIS", values.seMetis);
        _putAddress("ADDRESS_REWARD_DISPATCHER", values.rewardDispatcher);
        _putAddress("ADDRESS_ENKI", values.enki);
        _putAddress("ADDRESS_METIS", values.metis);
        _putAddress("ADDRESS_BRIDGE", values.bridge);
        _putAddress("ADDRESS_L1_DEALER", values.l1Dealer);
        setPublic(values.isPublic);
        setProtocolTreasury(values.protocolTreasury);
        setProtocolTreasuryRatio(values.protocolTreasuryRatio);
        setVestingRatio(values.vestingRatio);
        setVestingDuration(values.vestingDuration);
    }

    function addContract(string memory key, address value) external onlyOperatorOrTimeLock {
        require(value != address(0), "Config: value is zero address");
        _putAddress(key, value);
    }

    function grantRole(bytes32 role, address account) external onlyOperatorOrTimeLock {
        _grant(role, account);
    }

    function revokeRole(bytes32 role, address account) external onlyOperatorOrTimeLock {
        if (!hasRole[role][account]) return;
        hasRole[role][account] = false;
        emit RoleRevoked(role, account, msg.sender);
    }

    /// Recorded and reported, enforced nowhere: operator and timelock grant every role.
    function setRoleAdmin(bytes32 role, bytes32 adminRole) external onlyOperatorOrTimeLock {
        emit RoleAdminChanged(role, getRoleAdmin[role], adminRole);
        getRoleAdmin[role] = adminRole;
    }

    function setPaused(bool value) external onlyOperatorOrTimeLock {
        emit PausedSet(isPaused(), value);
        _put("BOOL_IS_PAUSED", value ? 1 : 0);
    }

    function setPublic(bool value) public onlyOperatorOrTimeLock {
        emit PublicSet(isPublic(), value);
        _put("BOOL_IS_PUBLIC", value ? 1 : 0);
    }

    function setProtocolTreasury(address value) public onlyOperatorOrTimeLock {
        require(value != address(0), "Config: protocolTreasury is zero address");
        emit ProtocolTreasurySet(protocolTreasury(), value);
        _putAddress("ADDRESS_PROTOCOL_TREASURY", value);
    }

    // The two messages say "less than", the deployed checks allow equality.
    function setProtocolTreasuryRatio(uint64 value) public onlyOperatorOrTimeLock {
        require(value <= FEE_PRECISION, "Config: protocolTreasuryRatio must be less than 1000000");
        emit ProtocolTreasuryRatioSet(protocolTreasuryRatio(), value);
        _put("UINT64_PROTOCOL_TREASURY_RATIO", value);
    }

    function setVestingRatio(uint64 value) public onlyOperatorOrTimeLock {
        require(value <= FEE_PRECISION, "Config: vestingRatio must be less than 1000000");
        emit VestingRatioSet(vestingRatio(), value);
        _put("UINT64_VESTING_RATIO", value);
    }

    function setVestingDuration(uint64 value) public onlyOperatorOrTimeLock {
        require(value > 0, "Config: vestingDuration must be greater than 0");
        emit VestingDurationSet(vestingDuration(), value);
        _put("UINT64_VESTING_DURATION", value);
    }

    function setQueueLengthSecs(uint64 value) external onlyOperatorOrTimeLock {
        emit QueueLengthSecsSet(queueLengthSecs(), value);
        _put("UINT64_QUEUE_LENGTH_SECS", value);
    }

    // The events of the next four setters are not known, so there are none.
    function setRedemptionFee(uint64 value) external onlyOperatorOrTimeLock {
        _put("UINT64_REDEMPTION_FEE", value);
    }

    function setCancelRedemptionFee(uint64 value) external onlyOperatorOrTimeLock {
        _put("UINT64_CANCEL_REDEMPTION_FEE", value);
    }

    function setMinQueueLengthSecs(uint64 value) external onlyOperatorOrTimeLock {
        _put("UINT64_MIN_QUEUE_LENGTH_SECS", value);
    }

    function setReduceMaturityStakeSecs(uint64 value) external onlyOperatorOrTimeLock {
        _put("UINT64_REDUCE_MATURITY_STAKE_SECS", value);
    }

    function isPaused() public view returns (bool) {
        return _at("BOOL_IS_PAUSED") == 1;
    }

    function isPublic() public view returns (bool) {
        return _at("BOOL_IS_PUBLIC") == 1;
    }

    function inviterNFT() external view returns (address) {
        return _addressAt("ADDRESS_INVITER_NFT");
    }

    function eMetis() external view returns (address) {
        return _addressAt("ADDRESS_EMETIS");
    }

    function eMetisMinter() external view returns (address) {
        return _addressAt("ADDRESS_EMETIS_MINTER");
    }

    function vesting() external view returns (address) {
        return _addressAt("ADDRESS_VESTING");
    }

    function seMetis() external view returns (address) {
        return _addressAt("ADDRESS_SE_METIS");
    }

    function rewardDispatcher() external view returns (address) {
        return _addressAt("ADDRESS_REWARD_DISPATCHER");
    }

    function redemptionQueue() external view returns (address) {
        return _addressAt("ADDRESS_REDEMPTION_QUEUE");
    }

    function enki() external view returns (address) {
        return _addressAt("ADDRESS_ENKI");
    }

    function metis() external view returns (address) {
        return _addressAt("ADDRESS_METIS");
    }

    function bridge() external view returns (address) {
        return _addressAt("ADDRESS_BRIDGE");
    }

    function l1Dealer() external view returns (address) {
        return _addressAt("ADDRESS_L1_DEALER");
    }

    function protocolTreasury() public view returns (address) {
        return _addressAt("ADDRESS_PROTOCOL_TREASURY");
    }

    function protocolTreasuryRatio() public view returns (uint64) {
        return uint64(_at("UINT64_PROTOCOL_TREASURY_RATIO"));
    }

    function vestingRatio() public view returns (uint64) {
        return uint64(_at("UINT64_VESTING_RATIO"));
    }

    function vestingDuration() public view returns (uint64) {
        return uint64(_at("UINT64_VESTING_DURATION"));
    }

    function redemptionFee() external view returns (uint64) {
        return uint64(_at("UINT64_REDEMPTION_FEE"));
    }

    function queueLengthSecs() public view returns (uint64) {
        return uint64(_at("UINT64_QUEUE_LENGTH_SECS"));
    }

    function cancelRedemptionFee() external view returns (uint64) {
        return uint64(_at("UINT64_CANCEL_REDEMPTION_FEE"));
    }

    function minQueueLengthSecs() external view returns (uint64) {
        return uint64(_at("UINT64_MIN_QUEUE_LENGTH_SECS"));
    }

    function reduceMaturityStakeSecs() external view returns (uint64) {
        return uint64(_at("UINT64_REDUCE_MATURITY_STAKE_SECS"));
    }

    function _grant(bytes32 role, address account) private {
        if (hasRole[role][account]) return;
        hasRole[role][account] = true;
        emit RoleGranted(role, account, msg.sender);
    }

    function _at(string memory key) private view returns (uint256) {
        return configMap[uint256(keccak256(bytes(key)))];
    }

    function _addressAt(string memory key) private view returns (address) {
        return address(uint160(_at(key)));
    }

    function _put(string memory key, uint256 value) private {
        configMap[uint256(keccak256(bytes(key)))] = value;
    }

    function _putAddress(string memory key, address value) private {
        _put(key, uint160(value));
    }
}
